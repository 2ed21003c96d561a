// SPDX-License-Identifier: MIT
import {
  type Adjustments,
  adjustmentsSchema,
  expectedTables,
  type Solution,
  solutionSchema,
  type Tables,
} from '@guichet/engine'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DefinitionsTables } from './definitions.tables.ts'
import { type Release, releaseOf } from './release.ts'

type Executor = Db | Tx
type ReleaseRow = { id: string; number: number; definition: unknown }

/** The body's own edits in force, by solution, each with its version. */
export async function currentAdjustments(
  db: Executor,
): Promise<Map<string, { readonly version: number; readonly adjustments: Adjustments }>> {
  const rows = await db
    .withTables<DefinitionsTables>()
    .selectFrom('adjustments')
    .distinctOn('solution')
    .select(['solution', 'version', 'value'])
    .orderBy('solution')
    .orderBy('version', 'desc')
    .execute()
  return new Map(
    rows.map(({ solution, version, value }) => [
      solution,
      { version, adjustments: adjustmentsSchema.parse(value) },
    ]),
  )
}

/** The release in force of every installed solution, as it was published. */
export async function currentReleases(db: Executor): Promise<Release[]> {
  const rows = await db
    .withTables<DefinitionsTables>()
    .selectFrom('solutions')
    .innerJoin('releases', 'releases.id', 'solutions.release_id')
    .select(['releases.id', 'releases.number', 'releases.definition'])
    .orderBy('solutions.key')
    .execute()
  return rows.map(toRelease)
}

export async function releaseById(db: Executor, id: string): Promise<Release | undefined> {
  const row = await db
    .withTables<DefinitionsTables>()
    .selectFrom('releases')
    .select(['id', 'number', 'definition'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toRelease(row)
}

/** The release in force of one solution, locked so that two publications follow each other. */
export async function lockCurrentRelease(tx: Tx, solution: string): Promise<Release | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('publish'), hashtext(${solution}))`.execute(tx)
  const row = await tx
    .withTables<DefinitionsTables>()
    .selectFrom('solutions')
    .innerJoin('releases', 'releases.id', 'solutions.release_id')
    .select(['releases.id', 'releases.number', 'releases.definition'])
    .where('solutions.key', '=', solution)
    .executeTakeFirst()
  return row && toRelease(row)
}

export async function insertRelease(
  tx: Tx,
  release: { id: string; number: number; solution: Solution; at: Date; by: string },
): Promise<void> {
  await tx
    .withTables<DefinitionsTables>()
    .insertInto('releases')
    .values({
      id: release.id,
      solution: release.solution.key,
      number: release.number,
      definition: JSON.stringify(release.solution),
      published_at: release.at,
      published_by: release.by,
    })
    .execute()
  await tx
    .withTables<DefinitionsTables>()
    .insertInto('solutions')
    .values({ key: release.solution.key, release_id: release.id, installed_at: release.at })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ release_id: release.id }))
    .execute()
}

/** The typed tables of a solution as the database has them, whatever release made them. */
export async function existingTables(tx: Tx, solution: Solution): Promise<Tables> {
  const names = [...expectedTables(solution).keys()]
  const columns = await sql<{ table: string; name: string; type: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relname = any(${names}) and a.attnum > 0 and not a.attisdropped
  `.execute(tx)
  const tables = new Map<string, { columns: Map<string, string>; indexes: Map<string, never> }>()
  for (const { table, name, type } of columns.rows) {
    const known = tables.get(table) ?? {
      columns: new Map<string, string>(),
      indexes: new Map<string, never>(),
    }
    known.columns.set(name, type.replace('timestamp with time zone', 'timestamptz'))
    tables.set(table, known)
  }
  return tables
}

function toRelease(row: ReleaseRow): Release {
  return releaseOf(row.id, row.number, solutionSchema.parse(row.definition))
}
