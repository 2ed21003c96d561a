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
import { actorGrants, sqlScope } from '../entries/index.ts'
import { relationName, tallyName, tallySqlFor } from './tally-sql.ts'

/** How many entries, by key; a tally without key has one, the empty text. Keys that count nothing are absent. */
export type Cells = ReadonlyMap<string, number>

const none: Cells = new Map()

/**
 * Answers counts for the actor, in their order: from the tallies for those who may list every entry and read what is
 * counted, from the entries that they may list for the others. `undefined` for a collection of which they list nothing.
 */
export async function countCells(
  context: Context,
  queries: readonly TallyQuery[],
): Promise<readonly (Cells | undefined)[]> {
  const definitions = await definitionsOf(context)
  const answers: (Cells | undefined)[] = queries.map(() => undefined)
  const asked = queries.flatMap((query, at) => {
    const held = actorGrants(definitions, query.tally.collection, context)
    return mayDo(held, 'list') ? [{ ...query, at, held }] : []
  })
  for (const { at } of asked) answers[at] = none
  const kept = await keptCells(context, asked.filter(isWhole))
  for (const [at, cells] of kept) answers[at] = cells
  const others = asked.filter(({ at }) => !kept.has(at))
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
    [...fieldsRead(tally)].every((field) => isEveryEntrys(field) || isAlways(fieldCondition(held, field)))
  )
}

const everyEntrys = new Set(['id', 'state', 'number', 'title', 'owner', 'createdAt', 'updatedAt', 'closedAt'])
const isEveryEntrys = (name: string) => everyEntrys.has(name)

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
    )
    select at, null as key, 0 as n from asked
    union all
    select counted.at, counted.key, sum(counted.n) as n from (
      select asked.at, cell.key, cell.n from asked join tally.cells as cell
        on cell.tally = asked.id and cell.day between asked.from_day and asked.to_day
      union all
      select asked.at, delta.key, delta.n from tally.deltas as delta join asked
        on delta.tally = asked.id and delta.day between asked.from_day and asked.to_day
    ) as counted group by 1, 2 having sum(counted.n) <> 0
  `.execute(context.db)
  return cellsBy(rows)
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
  const tallies = [...new Map(asked.map(({ tally }) => [tallyName(tally, scope.timeZone), tally]))]
  const columns = tallies.map(([, tally], place) => columnsOf(tallySqlFor(tally, masked, seen), place))
  const counts = asked.map((one) => {
    const place = tallies.findIndex(([name]) => name === tallyName(one.tally, scope.timeZone))
    return countOf(one, place)
  })
  const { rows } = await sql<{ at: number; key: string | null; n: number }>`
    with mine as materialized (
      select ${sql.join(columns)} from ${sql.id('data', tableName(collection))} as d
      where d.deleted_at is null and ${conditionToSql(conditionFor(first.held, 'list'), scope)}
    ) ${sql.join(counts, sql` union all `)}
  `.execute(context.db)
  return cellsBy(rows)
}

function columnsOf({ counted, day, key }: ReturnType<typeof tallySqlFor>, place: number) {
  return sql`(${counted}) is true as ${sql.id(`counted_${place}`)}, ${day} as ${sql.id(`day_${place}`)},
    coalesce(${key}, '') as ${sql.id(`key_${place}`)}`
}

function countOf(asked: TallyQuery & { at: number }, place: number): RawBuilder<unknown> {
  const { from, to } = daysOf(asked)
  const day = sql.id(`day_${place}`)
  const within = asked.tally.day === null ? sql`true` : sql`${day} between ${from}::date and ${to}::date`
  return sql`
    select ${asked.at}::integer as at, ${sql.id(`key_${place}`)} as key, count(*) as n from mine
    where ${sql.id(`counted_${place}`)} and ${within} group by 2`
}

function cellsBy(rows: readonly { at: number; key: string | null; n: number }[]): Map<number, Cells> {
  const cells = new Map<number, Map<string, number>>()
  for (const { at, key, n } of rows) {
    const own = cells.get(at) ?? new Map<string, number>()
    if (key !== null) own.set(key, Number(n))
    cells.set(at, own)
  }
  return cells
}

/** What is counted when nothing tells entries apart. */
export function wholeOf(cells: Cells): number {
  return cells.get('') ?? 0
}
