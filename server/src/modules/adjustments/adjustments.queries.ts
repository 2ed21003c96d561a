// SPDX-License-Identifier: MIT
import { type Adjustments, adjustmentsSchema } from '@guichet/engine'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DefinitionsTables } from '../definitions/index.ts'

export type AdjustmentsRow = {
  readonly version: number
  readonly adjustments: Adjustments
}

/** Before anybody has adjusted anything. */
const nothing: AdjustmentsRow = { version: 0, adjustments: {} }

/** The adjustments in force of one solution, locked so that two edits follow each other. */
export async function lockAdjustments(tx: Tx, solution: string): Promise<AdjustmentsRow> {
  await sql`select pg_advisory_xact_lock(hashtext('adjust'), hashtext(${solution}))`.execute(tx)
  const row = await tx
    .withTables<DefinitionsTables>()
    .selectFrom('adjustments')
    .select(['version', 'value'])
    .where('solution', '=', solution)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, adjustments: adjustmentsSchema.parse(row.value) } : nothing
}

/** A former version; `undefined` when there never was one of that number. Version 0 is the solution as published. */
export async function adjustmentsAt(
  db: Db | Tx,
  solution: string,
  version: number,
): Promise<AdjustmentsRow | undefined> {
  if (version === 0) return nothing
  const row = await db
    .withTables<DefinitionsTables>()
    .selectFrom('adjustments')
    .select(['version', 'value'])
    .where('solution', '=', solution)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { version: row.version, adjustments: adjustmentsSchema.parse(row.value) }
}

export async function insertAdjustments(
  tx: Tx,
  row: {
    readonly solution: string
    readonly version: number
    readonly adjustments: Adjustments
    readonly changed: string
    readonly restores: number | null
    readonly at: Date
    readonly by: string | null
  },
): Promise<void> {
  await tx
    .withTables<DefinitionsTables>()
    .insertInto('adjustments')
    .values({
      solution: row.solution,
      version: row.version,
      value: JSON.stringify(row.adjustments),
      changed: row.changed,
      restores: row.restores,
      at: row.at,
      by_name: row.by,
    })
    .execute()
}

export type AdjustmentsLine = {
  readonly version: number
  readonly changed: string
  readonly restores: number | null
  readonly at: Date
  readonly by: string | null
}

/** The versions of one solution, newest first, those before `before` when it is given. */
export async function adjustmentsHistory(
  db: Db,
  solution: string,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<AdjustmentsLine[]> {
  let query = db
    .withTables<DefinitionsTables>()
    .selectFrom('adjustments')
    .select(['version', 'changed', 'restores', 'at', 'by_name as by'])
    .where('solution', '=', solution)
    .orderBy('version', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('version', '<', before)
  return query.execute()
}
