// SPDX-License-Identifier: MIT
import { type Condition, tableName } from '@guichet/engine'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { definitionsOf } from '../definitions/index.ts'
import { conditionColumns, sqlScope } from './held-grants.ts'
import type { LoadedEntry } from './load-entry.ts'

/** Those of the conditions that hold on an entry for the acting person, in one query. Under no mask: body's rules. */
export async function holdingConditions(
  executor: Db | Tx,
  context: Context,
  entry: Pick<LoadedEntry, 'id' | 'collection'>,
  conditions: readonly Condition[],
): Promise<ReadonlySet<Condition>> {
  const scope = sqlScope(await definitionsOf(context), entry.collection, context, 'd')
  const read = conditionColumns(conditions, scope, 'c')
  if (read.columns.length === 0) return new Set(conditions)
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(read.columns)} from ${sql.id('data', tableName(entry.collection))} as d where d.id = ${entry.id}
  `.execute(executor)
  const [row] = rows
  return new Set(row ? conditions.filter((_, at) => read.holds(row, at)) : [])
}
