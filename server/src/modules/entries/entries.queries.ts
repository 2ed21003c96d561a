// SPDX-License-Identifier: MIT
import { type CollectionRef, columnName, type Condition, type Locale, tableName } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { localYear } from '../../platform/local-day.ts'
import { type Definitions, numberSequence } from '../definitions/index.ts'
import { encodeValue, type StoredField } from './column-values.ts'
import type { EntriesTables } from './entries.tables.ts'
import { isAlways, sqlScope } from './held-grants.ts'
import { registryNames } from './load-entry.ts'

type Executor = Db | Tx

/** Takes the next number of a collection: `PLS-2026-04182`. Never given twice, even when the entry is not written. */
export async function takeNumber(
  tx: Tx,
  context: Context,
  ref: CollectionRef,
  numbering: { pattern: string; digits: number },
): Promise<string> {
  const { rows } = await sql<{
    n: number
  }>`select nextval(${`data.${numberSequence(ref)}`}::regclass) as n`.execute(tx)
  const sequence = String(rows[0]?.n ?? 0).padStart(numbering.digits, '0')
  const year = String(localYear(context.clock.now(), context.tenant.timeZone))
  return numbering.pattern.replace('{year}', year).replace('{sequence}', sequence)
}

export type NewEntry = {
  readonly id: string
  readonly collection: CollectionRef
  readonly releaseId: string
  readonly procedure: string | null
  readonly number: string | null
  readonly title: string
  readonly state: string | null
  readonly owner: string | null
  /** Language in which it is filed; null for one that the body itself creates. */
  readonly locale: Locale | null
  readonly at: Date
  readonly closedAt: Date | null
  readonly words: string
}

const systemColumns = ['id', 'state', 'number', 'title', 'owner_id', 'created_at', 'updated_at', 'closed_at']

/** Writes the registry row and the typed row in one statement. */
export async function insertEntry(
  tx: Tx,
  entry: NewEntry,
  fields: readonly StoredField[],
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { solution, collection } = registryNames(entry.collection)
  const filled = fields.filter(({ key }) => values[key] !== null && values[key] !== undefined)
  const columns = [...systemColumns, ...filled.map(({ column }) => column)].map((name) => sql.id(name))
  const { id, state, number, title, owner, at, closedAt } = entry
  const bound = [
    ...sqlValues(id, state, number, title, owner, at, at, closedAt),
    ...filled.map((field) => encodeValue(field, values[field.key])),
  ]
  await sql`
    with registered as (
      insert into public.entries (id, solution, collection, release_id, procedure, number, title, state, owner_id,
        created_at, updated_at, state_since, closed_at, locale, search)
      values (${entry.id}, ${solution}, ${collection}, ${entry.releaseId}, ${entry.procedure}, ${entry.number},
        ${entry.title}, ${entry.state}, ${entry.owner}, ${entry.at}, ${entry.at}, ${entry.at}, ${entry.closedAt},
        ${entry.locale}, ${searchVector(entry)})
    )
    insert into ${sql.id('data', tableName(entry.collection))} (${sql.join(columns)}) values (${sql.join(bound)})
  `.execute(tx)
}

/** Entries of one collection without a state or a number: both rows of each, in two statements for all. */
export async function insertEntries(
  tx: Tx,
  {
    collection: ref,
    releaseId,
    at,
    fields,
  }: { collection: CollectionRef; releaseId: string; at: Date; fields: readonly StoredField[] },
  rows: readonly {
    readonly id: string
    readonly title: string
    readonly words: string
    readonly values: Readonly<Record<string, unknown>>
  }[],
): Promise<void> {
  if (rows.length === 0) return
  const { solution, collection } = registryNames(ref)
  const registered = rows.map(
    ({ id, title, words }) => sql`(${id}::uuid, ${solution}, ${collection}, ${releaseId}::uuid, ${title},
      ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz, ${searchVector({ number: null, title, words })})`,
  )
  await sql`
    insert into public.entries (id, solution, collection, release_id, title, created_at, updated_at, state_since, search)
    values ${sql.join(registered)}
  `.execute(tx)
  const columns = ['id', 'title', 'created_at', 'updated_at', ...fields.map(({ column }) => column)]
  const typed = rows.map(
    ({ id, title, values }) =>
      sql`(${sql.join([
        sql`${id}::uuid`,
        sql`${title}`,
        sql`${at}::timestamptz`,
        sql`${at}::timestamptz`,
        ...fields.map((field) => encodeValue(field, values[field.key])),
      ])})`,
  )
  await sql`
    insert into ${sql.id('data', tableName(ref))} (${sql.join(columns.map((name) => sql.id(name)))})
    values ${sql.join(typed)}
  `.execute(tx)
}

export type EntryUpdate = {
  readonly id: string
  readonly collection: CollectionRef
  readonly number: string | null
  readonly title: string
  readonly words: string
  readonly at: Date
  /** Absent: the state does not change. */
  readonly moved?: {
    readonly state: string
    readonly closedAt: Date | null
    readonly remembered?: string | null
  }
}

/** Writes new values and, when it moves, the new state, to both rows; the version goes up by one. */
export async function updateEntry(
  tx: Tx,
  update: EntryUpdate,
  fields: readonly StoredField[],
  values: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { moved } = update
  const registry = [
    sql`title = ${update.title}`,
    sql`number = ${update.number}`,
    sql`updated_at = ${update.at}`,
    sql`version = version + 1`,
    sql`search = ${searchVector(update)}`,
    ...(moved
      ? [sql`state = ${moved.state}`, sql`state_since = ${update.at}`, sql`closed_at = ${moved.closedAt}`]
      : []),
    ...(moved?.remembered === undefined ? [] : [sql`remembered_state = ${moved.remembered}`]),
  ]
  const typed = [
    sql`title = ${update.title}`,
    sql`number = ${update.number}`,
    sql`updated_at = ${update.at}`,
    ...(moved ? [sql`state = ${moved.state}`, sql`closed_at = ${moved.closedAt}`] : []),
    ...fields.flatMap((field) =>
      field.key in values ? [sql`${sql.id(field.column)} = ${encodeValue(field, values[field.key])}`] : [],
    ),
  ]
  const { rows } = await sql<{ version: number }>`
    with registered as (
      update public.entries set ${sql.join(registry)} where id = ${update.id} returning version
    ), typed as (
      update ${sql.id('data', tableName(update.collection))} set ${sql.join(typed)} where id = ${update.id}
    )
    select version from registered
  `.execute(tx)
  const version = rows[0]?.version
  if (version === undefined) throw new Error(`entry ${update.id} vanished under its lock`)
  return version
}

/** Takes an entry out of every list; its rows and its history stay. */
export async function markDeleted(tx: Tx, ref: CollectionRef, id: string, at: Date): Promise<void> {
  await sql`
    with registered as (update public.entries set deleted_at = ${at}, version = version + 1 where id = ${id})
    update ${sql.id('data', tableName(ref))} set deleted_at = ${at} where id = ${id}
  `.execute(tx)
}

/** Whether a condition holds on a row as it now stands in this transaction. */
export async function rowSatisfies(
  executor: Executor,
  context: Context,
  definitions: Definitions,
  row: { collection: CollectionRef; id: string; condition: Condition },
): Promise<boolean> {
  if (isAlways(row.condition)) return true
  const test: RawBuilder<boolean> = conditionToSql(
    row.condition,
    sqlScope(definitions, row.collection, context, 'd'),
  )
  const { rows } = await sql`
    select 1 from ${sql.id('data', tableName(row.collection))} as d where d.id = ${row.id} and ${test}
  `.execute(executor)
  return rows.length > 0
}

/** Title and mailbox-free facts of entries by id, for those that satisfy the condition. */
export async function titlesWhere(
  executor: Executor,
  context: Context,
  definitions: Definitions,
  request: { collection: CollectionRef; ids: readonly string[]; condition: Condition },
): Promise<Map<string, string>> {
  const test = conditionToSql(request.condition, sqlScope(definitions, request.collection, context, 'd'))
  const { rows } = await sql<{ id: string; title: string }>`
    select d.id, d.title from ${sql.id('data', tableName(request.collection))} as d
    where d.id = any(${request.ids}::uuid[]) and d.deleted_at is null and ${test}
  `.execute(executor)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Ids that an entry points to and that exist, whoever may read them. */
export async function existingIds(
  executor: Executor,
  ref: CollectionRef,
  ids: readonly string[],
): Promise<Set<string>> {
  const { solution, collection } = registryNames(ref)
  const rows = await executor
    .withTables<EntriesTables>()
    .selectFrom('entries')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('solution', '=', solution)
    .where('collection', '=', collection)
    .where('deleted_at', 'is', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Words in French stems with accents folded; the number and its figures as they are. */
function searchVector(entry: { number: string | null; title: string; words: string }): RawBuilder<unknown> {
  const figures = entry.number?.replace(/^.*\D(?=\d+$)/, '').replace(/^0+/, '') ?? ''
  const exact = `${entry.number ?? ''} ${figures}`
  const words = `${entry.title}\n${entry.words}`
  return sql`
    to_tsvector('public.french_folded', ${words}) || to_tsvector('simple', public.search_stems(${words}))
      || to_tsvector('simple', ${exact})
  `
}

function sqlValues(...values: unknown[]): RawBuilder<unknown>[] {
  return values.map((value) => sql`${value}`)
}

/** Whether an entry is met when a reference is followed from some others, as far as it goes. */
export async function leadsTo(
  executor: Executor,
  { collection, field, many }: { collection: CollectionRef; field: string; many: boolean },
  from: readonly string[],
  id: string,
): Promise<boolean> {
  const column = sql.ref(`d.${columnName(field)}`)
  const { rows } = await sql`
    with recursive met(id) as (
      select unnest(${from}::uuid[])
      union
      select ${many ? sql`unnest(${column})` : column} from met
      join ${sql.id('data', tableName(collection))} as d on d.id = met.id
    )
    select from met where id = ${id}
  `.execute(executor)
  return rows.length > 0
}
