// SPDX-License-Identifier: MIT
export { importTerritories, type ImportedTerritories } from './import-territories.ts'
