// SPDX-License-Identifier: MIT
export { type Definitions, definitionsCacheKey, definitionsOf } from './definitions.ts'
export { entersStudio, requireStudio } from './enters-studio.ts'
export { installSolution, numberSequence, preparePublication, type Preparation } from './install-solution.ts'
export type { Release } from './release.ts'
