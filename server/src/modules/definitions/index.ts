// SPDX-License-Identifier: MIT
export { type Definitions, definitionsCacheKey, definitionsOf } from './definitions.ts'
export { entersStudio, requireStudio } from './enters-studio.ts'
export { currentAdjustments } from './definitions.queries.ts'
export type { DefinitionsTables } from './definitions.tables.ts'
export { installSolution, numberSequence, preparePublication, type Preparation } from './install-solution.ts'
export type { Release } from './release.ts'
