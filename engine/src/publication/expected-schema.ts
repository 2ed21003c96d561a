// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { Column } from '../field-types/field-type.ts'
import { fieldType } from '../field-types/registry.ts'
import type { CollectionRef } from '../solution/model.ts'
import type { Solution } from '../solution/solution.ts'
import { expectedIndexes, type IndexPlan } from './indexes.ts'
import { columnName, tableName } from './naming.ts'

/** SQL type of each column, by its name. */
export type Columns = ReadonlyMap<string, string>
export type Table = { readonly columns: Columns; readonly indexes: ReadonlyMap<string, IndexPlan> }
/** Typed tables of the schema `data`, by their name: as a solution wants them, or as the database has them. */
export type Tables = ReadonlyMap<string, Table>

/** Columns that repeat the registry, so that a list of one collection never joins. */
const systemColumns: Columns = new Map([
  ['id', 'uuid'],
  ['state', 'text'],
  ['number', 'text'],
  ['title', 'text'],
  ['owner_id', 'uuid'],
  ['created_at', 'timestamptz'],
  ['updated_at', 'timestamptz'],
  ['closed_at', 'timestamptz'],
  ['deleted_at', 'timestamptz'],
  ['legal_due_on', 'date'],
])

/** `uuid[]` for a column of several values. */
export function sqlType(column: Column): string {
  return column.array ? `${column.sql}[]` : column.sql
}

/** The typed tables that a solution needs. */
export function expectedTables(solution: Solution): Tables {
  const tables = new Map<string, Table>()
  for (const [key, collection] of Object.entries(solution.collections)) {
    const ref: CollectionRef = `${solution.key}.${key}`
    tables.set(tableName(ref), {
      columns: new Map([...systemColumns, ...storedColumns(collection)]),
      indexes: new Map(expectedIndexes(solution, key).map((index) => [index.name, index])),
    })
  }
  return tables
}

/** The columns of the fields that store something, by column name. */
export function storedColumns(collection: Collection): Columns {
  const columns = new Map<string, string>()
  for (const [key, field] of Object.entries(collection.fields)) {
    const column = fieldType(field).column(field)
    if (column) columns.set(columnName(key), sqlType(column))
  }
  return columns
}
