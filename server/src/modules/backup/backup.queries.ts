// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { BackedUpTable, SavedJob, Summary, TypedTable } from './manifest.ts'

type Executor = Db | Tx
type TableRef = Pick<BackedUpTable, 'schema' | 'name'>

/** What the migrations keep for themselves: made anew by them. */
const ofMigrations = ['migration', 'migration_lock']

/** Values are written the same way whatever the settings of the server, and read back so. */
export async function fixTextForms(tx: Tx): Promise<void> {
  await sql`
    select set_config('datestyle', 'ISO, YMD', true), set_config('intervalstyle', 'postgres', true),
      set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true),
      set_config('extra_float_digits', '1', true), set_config('xmlbinary', 'base64', true)
  `.execute(tx)
}

/** Our tables, but those of the migrations, with the columns that store something. Without those of extensions. */
export async function listTables(db: Executor): Promise<BackedUpTable[]> {
  const { rows } = await sql<BackedUpTable>`
    select n.nspname as schema, c.relname as name,
      array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum
      ) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'data')
      and not (n.nspname = 'public' and c.relname = any(${ofMigrations}))
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by n.nspname = 'data', c.relname
  `.execute(db)
  return rows
}

/** Which table refers to which, as `schema.name`; without those that refer to themselves. */
export async function listReferences(db: Executor): Promise<{ from: string; to: string }[]> {
  const { rows } = await sql<{ from: string; to: string }>`
    select fn.nspname || '.' || f.relname as from, tn.nspname || '.' || t.relname as to
    from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid and fn.nspname in ('public', 'data')
  `.execute(db)
  return rows
}

/** The tables of the schema `data`, as they would be made again. */
export async function describeTypedTables(tx: Tx): Promise<TypedTable[]> {
  // Without a search path the definitions name the schema of all they use.
  await sql`select set_config('search_path', '', true)`.execute(tx)
  const { rows } = await sql<TypedTable>`
    select c.relname as name,
      (select json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull
        ) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
          order by k.contype = 'f', k.conname)
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f')), '[]') as constraints,
      coalesce((select json_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid)
        from pg_index i where i.indrelid = c.oid
          and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '[]') as indexes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'data' and c.relkind = 'r' order by c.relname
  `.execute(tx)
  await sql`set local search_path to default`.execute(tx)
  return rows
}

export async function makeTypedTable(tx: Tx, { name, columns }: TypedTable): Promise<void> {
  const lines = columns.map(
    (column) =>
      sql`${sql.id(column.name)} ${sql.raw(column.type)}${column.required ? sql` not null` : sql``}`,
  )
  await sql`create table ${sql.id('data', name)} (${sql.join(lines)})`.execute(tx)
}

/** After the rows: an index made at once is faster and smaller than one that grew. */
export async function completeTypedTable(tx: Tx, { name, constraints, indexes }: TypedTable): Promise<void> {
  for (const { name: constraint, definition } of constraints) {
    await sql`alter table ${sql.id('data', name)} add constraint ${sql.id(constraint)} ${sql.raw(definition)}`.execute(
      tx,
    )
  }
  for (const definition of indexes) await sql.raw(definition).execute(tx)
}

/** Not part of the snapshot, since sequences are in none: read after it, they are at least as far. */
export async function readSequences(tx: Tx): Promise<Summary['sequences']> {
  const { rows } = await sql<TableRef>`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname in ('public', 'data') order by 1, 2
  `.execute(tx)
  const sequences: Summary['sequences'] = []
  for (const { schema, name } of rows) {
    const found = await sql<{ value: string; given: boolean }>`
      select last_value::text as value, is_called as given from ${sql.id(schema, name)}
    `.execute(tx)
    for (const state of found.rows) sequences.push({ schema, name, ...state })
  }
  return sequences
}

/** Those of the typed tables are made first; those of the others came with the migrations. */
export async function writeSequences(tx: Tx, sequences: Summary['sequences']): Promise<void> {
  for (const { schema, name, value, given } of sequences) {
    const sequence = sql.id(schema, name)
    if (schema === 'data') await sql`create sequence if not exists ${sequence}`.execute(tx)
    await sql`select setval(${`${quoted(schema)}.${quoted(name)}`}::regclass, ${value}::bigint, ${given})`.execute(
      tx,
    )
  }
}

/** What is left to do. A job that failed for good is one too: after a restore it is tried again. */
export async function pendingJobs(tx: Tx): Promise<SavedJob[]> {
  const { rows } = await sql<{ queue: string; data: SavedJob['data'] | null; start_after: Date }>`
    select coalesce(source_name, name) as queue, data, start_after
    from jobs.job where state < 'completed' and name not like '\\_\\_%' order by created_on, id
  `.execute(tx)
  return rows.map(({ queue, data, start_after }) => ({
    queue,
    data: data ?? {},
    startAfter: start_after.toISOString(),
  }))
}

/** Migrations applied, in order; `undefined` in a database that was never used. */
export async function appliedMigrations(db: Executor): Promise<string[] | undefined> {
  const known = await sql<{ there: boolean }>`
    select to_regclass('public.migration') is not null as there`.execute(db)
  if (known.rows[0]?.there !== true) return undefined
  const { rows } = await sql<{ name: string }>`select name from public.migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** Whether the table holds anything. */
export async function hasRows(db: Executor, { schema, name }: TableRef): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`
    select exists (select from ${sql.id(schema, name)}) as some`.execute(db)
  return rows[0]?.some === true
}

/** `COPY … TO STDOUT` or `FROM STDIN` of these columns, in the text format. */
export function copyStatement(
  { schema, name, columns }: BackedUpTable,
  way: 'to stdout' | 'from stdin',
): string {
  return `copy ${quoted(schema)}.${quoted(name)} (${columns.map(quoted).join(', ')}) ${way}`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export async function countHeld(db: Executor): Promise<{ entries: number; accounts: number }> {
  const { rows } = await sql<{ entries: number; accounts: number }>`
    select (select count(*) from public.entries)::int as entries,
      (select count(*) from public.accounts)::int as accounts
  `.execute(db)
  return rows[0] ?? { entries: 0, accounts: 0 }
}

/** Leaves the tables of the migrations, empty, and nothing in the schema `data`. Numbers begin again. */
export async function emptyTables(tx: Tx): Promise<void> {
  const tables = await listTables(tx)
  const named = (schema: string) =>
    tables.filter((table) => table.schema === schema).map(({ name }) => sql.id(schema, name))
  const [typed, others] = [named('data'), named('public')]
  if (typed.length > 0) await sql`drop table ${sql.join(typed)} cascade`.execute(tx)
  const { rows } = await sql<{ name: string }>`
    select sequencename as name from pg_sequences where schemaname = 'data'`.execute(tx)
  for (const { name } of rows) await sql`drop sequence ${sql.id('data', name)}`.execute(tx)
  await sql`truncate ${sql.join(others)} restart identity cascade`.execute(tx)
  await sql`delete from jobs.job`.execute(tx)
}
