// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { reseal, type SealingKeys } from '../sealed.ts'
import type { Db } from './database.ts'

/** A column of sealed secrets, and the use under which they were sealed. */
export type SealedColumn = {
  /** `schema.table` */
  readonly table: string
  /** Its primary key. */
  readonly id: string
  readonly column: string
  readonly use: string
}

const batchSize = 500

/**
 * Seals the secrets of a column anew under the key of today. Each batch is a transaction: stopped half-way, it is done
 * again from the start, and those already moved stay as they are.
 *
 * @returns how many were moved
 */
export async function resealColumn(db: Db, keys: SealingKeys, sealed: SealedColumn): Promise<number> {
  let moved = 0
  let after: string | undefined
  for (;;) {
    const last = await db.transaction().execute(async (tx) => {
      const rows = await lockedRows(tx, sealed, after)
      const fresh = rows.flatMap(({ id, box }) => {
        const made = reseal(keys, sealed.use, box)
        return made ? [{ id, box: made }] : []
      })
      if (fresh.length > 0) await writeRows(tx, sealed, fresh)
      moved += fresh.length
      return rows.length < batchSize ? undefined : rows.at(-1)?.id
    })
    if (last === undefined) return moved
    after = last
  }
}

type Row = { readonly id: string; readonly box: Buffer }

async function lockedRows(
  db: Pick<Db, 'getExecutor'>,
  { table, id, column }: SealedColumn,
  after: string | undefined,
): Promise<Row[]> {
  const from = after === undefined ? sql`true` : sql`${sql.ref(id)} > ${after}`
  const { rows } = await sql<Row>`
    select ${sql.ref(id)} as id, ${sql.ref(column)} as box from ${sql.table(table)}
    where ${sql.ref(column)} is not null and ${from}
    order by ${sql.ref(id)} limit ${batchSize} for update`.execute(db)
  return rows
}

async function writeRows(
  db: Pick<Db, 'getExecutor'>,
  { table, id, column }: SealedColumn,
  rows: readonly Row[],
): Promise<void> {
  const values = sql.join(rows.map((row) => sql`(${row.id}::uuid, ${row.box}::bytea)`))
  await sql`
    update ${sql.table(table)} as t set ${sql.ref(column)} = v.box
    from (values ${values}) as v (id, box) where t.${sql.ref(id)} = v.id`.execute(db)
}
