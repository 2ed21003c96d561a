// SPDX-License-Identifier: MIT
export { type Definitions, definitionsCacheKey, definitionsOf } from './definitions.ts'
export { entersStudio } from './enters-studio.ts'
export { installSolution, numberSequence, preparePublication, type Preparation } from './install-solution.ts'
export type { Release } from './release.ts'
