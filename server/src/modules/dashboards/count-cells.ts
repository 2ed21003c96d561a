// SPDX-License-Identifier: MIT
import {
  type CollectionRef,
  collectionOf,
  conditionFor,
  type DayRange,
  fieldCondition,
  fieldsRead,
  type HeldGrant,
  isAlways,
  isSystemValue,
  mayDo,
  readingMask,
  solutionOf,
  tableName,
  type TallyQuery,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { actorGrants, type Driver, driversOf, sqlScope } from '../entries/index.ts'
import { relationName, tallyName, tallySqlFor } from './tally-sql.ts'

/** How many entries, by key; a tally without key has one, the empty text. Keys that count nothing are absent. */
export type Cells = ReadonlyMap<string, number>

const none: Cells = new Map()

/** What is said of a number that is still being counted. */
export const counting = 'counting'

/** Size up to which a table is counted while its reader waits: for sixty numbers, half a second. */
const mostBytesCountedNow = 8 * 2 ** 20

/**
 * Answers counts for the actor, in their order: from the tallies for those who may list every entry and read what is
 * counted, from the entries that they may list for the others. `undefined` for a collection of which they list nothing.
 *
 * What a publication has just made new is counted in the background: until then, from the entries where these are few;
 * where they are many nobody waits for it, and the answer is that it is being counted.
 */
export async function countCells(
  context: Context,
  queries: readonly TallyQuery[],
): Promise<readonly (Cells | typeof counting | undefined)[]> {
  const definitions = await definitionsOf(context)
  const answers: (Cells | typeof counting | undefined)[] = queries.map(() => undefined)
  const asked = queries.flatMap((query, at) => {
    const held = actorGrants(definitions, query.tally.collection, context)
    return mayDo(held, 'list') ? [{ ...query, at, held }] : []
  })
  for (const { at } of asked) answers[at] = none
  const kept = await keptCells(context, asked.filter(isWhole))
  for (const [at, cells] of kept) answers[at] = cells
  const missing = asked.filter(({ at }) => !kept.has(at))
  const large = await largeTables(context, missing.filter(isWhole))
  const isAwaited = (one: Asked) => large.has(one.tally.collection) && isWhole(one)
  for (const { at } of missing.filter(isAwaited)) answers[at] = counting
  const others = missing.filter((one) => !isAwaited(one))
  for (const [collection, ofCollection] of Map.groupBy(others, ({ tally }) => tally.collection)) {
    const counted = await countedNow(context, definitions, collection, ofCollection)
    for (const [at, cells] of counted) answers[at] = cells
  }
  return answers
}

type Asked = TallyQuery & { readonly at: number; readonly held: readonly HeldGrant[] }

/** Whether what is kept for everyone is what this reader would count: all the rows, and all that is read of them. */
function isWhole({ tally, held }: Asked): boolean {
  return (
    isAlways(conditionFor(held, 'list')) &&
    [...fieldsRead(tally)].every((field) => isSystemValue(field) || isAlways(fieldCondition(held, field)))
  )
}

/** Those that are counted already. One statement, so that cells and the changes since are of one moment. */
async function keptCells(context: Context, asked: readonly Asked[]): Promise<Map<number, Cells>> {
  if (asked.length === 0) return new Map()
  const { timeZone } = context.tenant
  const { rows } = await sql<{ at: number; key: string | null; n: number }>`
    with asked as materialized (
      select wanted.at, kinds.id, wanted.from_day, wanted.to_day
      from unnest(
        ${asked.map(({ at }) => at)}::integer[],
        ${asked.map(({ tally }) => tally.collection)}::text[],
        ${asked.map(({ tally }) => tallyName(tally, timeZone))}::text[],
        ${asked.map(({ tally }) => relationName(tally))}::text[],
        ${asked.map((one) => daysOf(one).from)}::date[],
        ${asked.map((one) => daysOf(one).to)}::date[]
      ) as wanted (at, collection, definition, relation, from_day, to_day)
      join tally.kinds on kinds.collection = wanted.collection and kinds.definition = wanted.definition
        and kinds.counted_at is not null and kinds.relation = to_regclass(wanted.relation)
    ), since as materialized (
      select tally, day, key, sum(n)::bigint as n from tally.deltas
      where tally in (select id from asked) group by 1, 2, 3
    )
    select at, null as key, 0 as n from asked
    union all
    select counted.at, counted.key, sum(counted.n)::bigint as n from (
      select asked.at, cell.key, cell.n from asked join tally.cells as cell
        on cell.tally = asked.id and cell.day between asked.from_day and asked.to_day
      union all
      select asked.at, since.key, since.n from since join asked
        on since.tally = asked.id and since.day between asked.from_day and asked.to_day
    ) as counted group by 1, 2 having sum(counted.n) <> 0
  `.execute(context.db)
  return cellsBy(rows)
}

/** Those collections whose table is too large to be counted while somebody waits. */
async function largeTables(context: Context, asked: readonly Asked[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set()
  const { rows } = await sql<{ collection: string }>`
    select collection from unnest(
      ${asked.map(({ tally }) => tally.collection)}::text[], ${asked.map(({ tally }) => relationName(tally))}::text[]
    ) as one (collection, relation)
    group by collection, relation having pg_relation_size(to_regclass(relation)) > ${mostBytesCountedNow}
  `.execute(context.db)
  return new Set(rows.map(({ collection }) => collection))
}

/** The days of a query in PostgreSQL's words. An entry without the date is under none of them. */
function daysOf({ tally, days }: TallyQuery): Required<DayRange> {
  if (tally.day === null) return { from: '-infinity', to: 'infinity' }
  return { from: days?.from ?? '0001-01-01', to: days?.to ?? 'infinity' }
}

/** Counts what the actor may list, in one pass over it: for those whose rights are on some of the entries. */
async function countedNow(
  context: Context,
  definitions: Definitions,
  collection: CollectionRef,
  asked: readonly Asked[],
): Promise<Map<number, Cells>> {
  const [first] = asked
  if (
    !first ||
    !definitions.solutions.get(solutionOf(collection))?.solution.collections[collectionOf(collection)]
  )
    return new Map()
  const scope = sqlScope(definitions, collection, context, 'd')
  const solutions = new Map([...definitions.solutions].map(([key, { solution }]) => [key, solution]))
  const masked = { ...scope, mask: readingMask(solutions, context.actor) }
  const seen = (field: string, value: RawBuilder<unknown>) => {
    const readable = fieldCondition(first.held, field)
    return isAlways(readable) ? value : sql`case when ${conditionToSql(readable, scope)} then ${value} end`
  }
  const tallies = new Map(asked.map(({ tally }) => [tallyName(tally, scope.timeZone), tally]))
  const names = [...tallies.keys()]
  const rows = [...tallies.values()].map((tally, place) => {
    const { counted, day, key } = tallySqlFor(tally, masked, seen)
    return sql`(${place}::integer, coalesce(${day}, '-infinity'::date), coalesce(${key}, ''), (${counted}) is true)`
  })
  const rule = conditionFor(first.held, 'list')
  const near = nearby(await driversOf(context.db, rule, scope))
  const counted = await sql<{ at: number; key: string; n: number }>`
    with cells as materialized (
      select c.tally, c.day, c.key, count(*) as n from ${sql.id('data', tableName(collection))} as d
      cross join lateral (values ${sql.join(rows)}) as c (tally, day, key, counted)
      where d.deleted_at is null and c.counted and ${near} and ${conditionToSql(rule, scope)}
      group by 1, 2, 3
    )
    select asked.at, cells.key, sum(cells.n)::bigint as n
    from unnest(
      ${asked.map(({ at }) => at)}::integer[],
      ${asked.map(({ tally }) => names.indexOf(tallyName(tally, scope.timeZone)))}::integer[],
      ${asked.map((one) => daysOf(one).from)}::date[],
      ${asked.map((one) => daysOf(one).to)}::date[]
    ) as asked (at, tally, from_day, to_day)
    join cells on cells.tally = asked.tally and cells.day between asked.from_day and asked.to_day
    group by 1, 2
  `.execute(context.db)
  return cellsBy(counted.rows)
}

/** Where the rows of a rule are, in words that indexes answer. The rule stays beside: this only says where to look. */
function nearby(drivers: readonly Driver[] | undefined): RawBuilder<unknown> {
  if (!drivers) return sql`true`
  const places = drivers.map(({ column, values }) => sql`${sql.ref(`d.${column}`)} = any(${values}::uuid[])`)
  return places.length === 0 ? sql`false` : sql`(${sql.join(places, sql` or `)})`
}

function cellsBy(rows: readonly { at: number; key: string | null; n: number }[]): Map<number, Cells> {
  const cells = new Map<number, Map<string, number>>()
  for (const { at, key, n } of rows) {
    const own = cells.get(at) ?? new Map<string, number>()
    if (key !== null) own.set(key, n)
    cells.set(at, own)
  }
  return cells
}

/** What is counted when nothing tells entries apart. */
export function wholeOf(cells: Cells): number {
  return cells.get('') ?? 0
}
