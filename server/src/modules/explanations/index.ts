// SPDX-License-Identifier: MIT
export { explanationsRoutes } from './explanations.routes.ts'
export { type AccessExplained, explainAccess, type ExplainAccess } from './explain-access.ts'
export { type ExplainChoices, explainChoices } from './explain-choices.ts'
export { listSensitiveReads, type SensitiveRead } from './list-reads.ts'
export { type SeenBy, type WhoSees, whoSees } from './who-sees.ts'
