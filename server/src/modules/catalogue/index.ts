// SPDX-License-Identifier: MIT
export {
  findProcedure,
  type InstalledProcedure,
  installedProcedures,
  procedureOf,
} from './installed-procedures.ts'
export { type Catalogue, type CatalogueQuery, listProcedures, type ThemeCount } from './list-procedures.ts'
export { type ProcedureSheet, sheetOf } from './sheet-of.ts'
export type { ProcedureTile } from './tiles.ts'
