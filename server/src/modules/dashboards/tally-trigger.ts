// SPDX-License-Identifier: MIT
import { tableName, type Tally } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { relationName, tallySql, type TallyPlace, watchedColumns } from './tally-sql.ts'

/** A tally with its number in `tally.kinds`. */
export type NumberedTally = { readonly id: number; readonly tally: Tally }

/**
 * Makes the typed table tell its changes to the tallies: one row for each count that a change moves, written in the
 * transaction of the change, by whatever writes to the table. Rows are only added: two changes never wait for one
 * another here.
 *
 * The caller holds a lock under which nobody writes to the table: later writers all meet the new trigger.
 */
export async function makeTrigger(
  tx: Tx,
  tallies: readonly NumberedTally[],
  place: Omit<TallyPlace, 'alias'>,
): Promise<void> {
  const [first] = tallies
  if (!first) return
  const table = sql.raw(relationName(first.tally))
  const name = functionName(first.tally)
  const watched = watchedColumns(tallies.map(({ tally }) => tally))
  const text = (part: RawBuilder<unknown>) => inlined(part, tx)
  const counted = text(countedRows(tallies, { ...place, alias: 'r' }))
  const body = `
begin
  if tg_op = 'INSERT' then
    insert into tally.deltas (tally, day, key, n)
    select c.tally, c.day, c.key, 1 from (select new.*) as r ${counted};
  elsif tg_op = 'DELETE' then
    insert into tally.deltas (tally, day, key, n)
    select c.tally, c.day, c.key, -1 from (select old.*) as r ${counted};
  elsif row(${watched.map((column) => `old."${column}"`).join(', ')})
    is distinct from row(${watched.map((column) => `new."${column}"`).join(', ')}) then
    insert into tally.deltas (tally, day, key, n)
    select m.tally, m.day, m.key, sum(m.n) from (
      select c.tally, c.day, c.key, -1 as n from (select old.*) as r ${counted}
      union all
      select c.tally, c.day, c.key, 1 from (select new.*) as r ${counted}
    ) as m group by m.tally, m.day, m.key having sum(m.n) <> 0;
  end if;
  return null;
end`
  await sql`
    create or replace function ${name}() returns trigger language plpgsql as ${sql.raw(quoted(body))}
  `.execute(tx)
  await sql`
    create or replace trigger tally_changes after insert or update or delete on ${table}
    for each row execute function ${name}()
  `.execute(tx)
}

/** The cells that count the row `r`, as `c (tally, day, key)`. Entries in the bin are in none. */
function countedRows(tallies: readonly NumberedTally[], place: TallyPlace): RawBuilder<unknown> {
  const rows = tallies.map(({ id, tally }) => {
    const { counted, day, key } = tallySql(tally, place)
    return sql`(${id}::integer, coalesce(${day}, '-infinity'::date), coalesce(${key}, ''), (${counted}) is true)`
  })
  return sql`
    cross join lateral (values ${sql.join(rows)}) as c (tally, day, key, counted)
    where r.deleted_at is null and c.counted`
}

function functionName(tally: Tally): RawBuilder<unknown> {
  return sql.raw(`tally."${`count_${tableName(tally.collection)}`.slice(0, 63)}"`)
}

/** A definition of a function takes no bound values: they are written in it, quoted. */
function inlined(part: RawBuilder<unknown>, tx: Tx): string {
  const { sql: text, parameters } = part.compile(tx)
  return text.replaceAll(/\$(\d+)/g, (_, place: string) => literal(parameters[Number(place) - 1]))
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  throw new Error(`a tally cannot hold a ${typeof value}`)
}

/** Doubled quotes and no escape: `standard_conforming_strings` is the rule since PostgreSQL 9.1. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
