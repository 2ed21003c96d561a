// SPDX-License-Identifier: MIT
import {
  fold,
  givenValues,
  type Comparable,
  type ComparisonPlan,
  type PathPlan,
  type Relation,
  type Scalar,
  type Terminal,
} from '@guichet/engine'
import { sql, type RawBuilder } from 'kysely'
import {
  atEnd,
  onSome,
  type EndValue,
  type Place,
  type Reader,
  type SqlBoolean,
  type SqlValue,
} from './condition-to-sql-paths.ts'

/** The comparison, with the meaning written in the engine's `condition.ts`. */
export function comparisonToSql(plan: ComparisonPlan, place: Place, reader: Reader): SqlBoolean {
  switch (plan.kind) {
    case 'presence':
      return plan.op === 'filled' ? filled(plan.left, place, reader) : empty(plan.left, place, reader)
    case 'given': {
      const { comparable } = plan.left.terminal
      const values = comparable ? givenValues(plan.value, comparable, reader.at) : []
      return values.length === 0 ? sql`false` : givenToSql(plan.left, plan.op, values, place, reader)
    }
    case 'paths':
      return plan.left.terminal.comparable === plan.right.terminal.comparable
        ? pathsToSql(plan.left, plan.op, plan.right, place, reader)
        : sql`false`
  }
}

function givenToSql(
  left: PathPlan,
  op: Relation,
  values: readonly Scalar[],
  place: Place,
  reader: Reader,
): SqlBoolean {
  if (op !== 'ne') return atEnd(left, place, reader, (end) => standsTo(end, op, values, reader))
  if (left.hops.length === 0) return atEnd(left, place, reader, (end) => differs(end, values))
  const equal = atEnd(left, place, reader, (end) => standsTo(end, 'eq', values, reader))
  return sql`(${filled(left, place, reader)} and not ${equal})`
}

/** Some value of the left path stands in the relation to some value of the right one. */
function pathsToSql(left: PathPlan, op: Relation, right: PathPlan, place: Place, reader: Reader): SqlBoolean {
  if (op === 'ne') {
    const equal = pathsToSql(left, 'eq', right, place, reader)
    return sql`(${filled(left, place, reader)} and ${filled(right, place, reader)} and (${equal}) is not true)`
  }
  return atEnd(left, place, reader, (one) =>
    onSome(one, reader, (a) =>
      atEnd(right, place, reader, (other) => onSome(other, reader, (b) => pairToSql(a, op, b))),
    ),
  )
}

function filled(plan: PathPlan, place: Place, reader: Reader): SqlBoolean {
  return atEnd(plan, place, reader, hasValue)
}

function empty(plan: PathPlan, place: Place, reader: Reader): SqlBoolean {
  // Said as a partial index says it: the planner does not see that the longer form means the same.
  if (plan.hops.length === 0 && plan.terminal.kind === 'system')
    return atEnd(plan, place, reader, ({ value }) => sql`${value} is null`)
  return sql`(${filled(plan, place, reader)}) is not true`
}

function hasValue({ value, many, terminal }: EndValue): SqlBoolean {
  if (many) return sql`cardinality(${value}) > 0`
  const isJson = terminal.kind === 'field' && terminal.column.sql === 'jsonb'
  return isJson ? sql`(${value} is not null and ${value} <> '[]'::jsonb)` : sql`${value} is not null`
}

type PairRelation = Exclude<Relation, 'ne'>

const sqlOperators = { eq: sql`=`, lt: sql`<`, lte: sql`<=`, gt: sql`>`, gte: sql`>=` } as const

/** Some value of the end stands in the relation to some of the given values. */
function standsTo(end: EndValue, op: PairRelation, values: readonly Scalar[], reader: Reader): SqlBoolean {
  if (op === 'eq' && end.many) return sql`${end.value} && ${bound(values, end.terminal)}`
  return onSome(end, reader, (value) => {
    if (op === 'contains' || op === 'starts')
      return sql`public.fold(${value}) like ${anyOf(patterns(op, values), sql`text`)}`
    return sql`${value} ${sqlOperators[op]} ${anyOf(values, castOf(end.terminal, values))}`
  })
}

/** A value is there and it, or all of them, differ from all the given ones. */
function differs(end: EndValue, values: readonly Scalar[]): SqlBoolean {
  const { value, many, terminal } = end
  if (many) return sql`(cardinality(${value}) > 0 and not ${value} && ${bound(values, terminal)})`
  const [only, ...others] = values
  return others.length === 0
    ? sql`${value} <> ${only}::${castOf(terminal, values)}`
    : sql`${value} <> all(${bound(values, terminal)})`
}

function pairToSql(left: SqlValue, op: PairRelation, right: SqlValue): SqlBoolean {
  switch (op) {
    case 'contains':
      return sql`strpos(public.fold(${left}), public.fold(${right})) > 0`
    case 'starts':
      return sql`starts_with(public.fold(${left}), public.fold(${right}))`
    default:
      return sql`${left} ${sqlOperators[op]} ${right}`
  }
}

/** Needles as patterns of LIKE, which an index of trigrams on the folded text answers. */
function patterns(op: 'contains' | 'starts', values: readonly Scalar[]): readonly string[] {
  return values.map((value) => {
    const needle = fold(String(value)).replace(/[\\%_]/g, String.raw`\$&`)
    return op === 'contains' ? `%${needle}%` : `${needle}%`
  })
}

/** One value as itself, several as `any(array)`. */
function anyOf(values: readonly Scalar[], type: RawBuilder<unknown>): RawBuilder<unknown> {
  return values.length === 1 ? sql`${values[0]}::${type}` : sql`any(${values}::${type}[])`
}

function bound(values: readonly Scalar[], terminal: Terminal): RawBuilder<unknown> {
  return sql`${values}::${castOf(terminal, values)}[]`
}

type SqlType = 'text' | 'numeric' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz' | 'uuid'

const sqlTypes: Readonly<Record<Exclude<Comparable, 'number'>, SqlType>> = {
  text: 'text',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamptz',
  id: 'uuid',
}

/** The type the values are bound as: the column's own, so that its index serves. */
function castOf(terminal: Terminal, values: readonly Scalar[]): RawBuilder<unknown> {
  const { comparable = 'text' } = terminal
  return sql.raw(comparable === 'number' ? numberType(terminal, values) : sqlTypes[comparable])
}

/** A whole column takes whole values of its size; any other number is compared as a decimal. */
function numberType(terminal: Terminal, values: readonly Scalar[]): SqlType {
  const column = terminal.kind === 'field' ? terminal.column.sql : 'numeric'
  const largest = column === 'integer' ? 2 ** 31 - 1 : column === 'bigint' ? Number.MAX_SAFE_INTEGER : -1
  const fits = values.every((value) => Number.isInteger(value) && Math.abs(Number(value)) <= largest)
  return fits && (column === 'integer' || column === 'bigint') ? column : 'numeric'
}
