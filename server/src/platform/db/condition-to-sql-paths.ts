// SPDX-License-Identifier: MIT
import {
  columnName,
  isAlways,
  systemColumnName,
  tableName,
  type Circumstance,
  type CollectionRef,
  type Condition,
  type Hop,
  type Model,
  type PathPlan,
  type Terminal,
} from '@guichet/engine'
import { sql, type RawBuilder } from 'kysely'

export type SqlBoolean = RawBuilder<boolean>
export type SqlValue = RawBuilder<unknown>

/** A row of the query: its table's alias and the collection it belongs to. */
export type Place = { readonly alias: string; readonly collection: CollectionRef }

export type Reader = {
  readonly model: Model
  readonly at: Circumstance
  readonly nextAlias: () => string
  /** Writes a whole condition; given here because conditions are met inside paths (masks). */
  readonly compile: (condition: Condition, place: Place, reader: Reader) => SqlBoolean
}

/** What a path ends on, in one row: a value, or an array of values. */
export type EndValue = {
  readonly value: SqlValue
  readonly many: boolean
  readonly terminal: Terminal
}

/** True when `inner` is, on some row that the hops lead to. Without a hop, the row is the one at hand. */
export function throughHops(
  hops: readonly Hop[],
  place: Place,
  reader: Reader,
  inner: (end: Place) => SqlBoolean,
): SqlBoolean {
  const [hop, ...others] = hops
  if (!hop) return inner(place)
  const next: Place = { alias: reader.nextAlias(), collection: hop.to }
  const found = sql<boolean>`exists (
    select 1 from ${sql.id('data', tableName(hop.to))} as ${sql.id(next.alias)}
    where ${joinOf(hop, place, next)} and ${sql.id(next.alias, systemColumnName.deletedAt)} is null
    and ${seenRow(next, reader, masked(hop.direction === 'backward' ? next : place, hop.field, reader, throughHops(others, next, reader, inner)))}
  )`
  return found
}

/** True when `inner` is, on what the path ends on. A field that the actor may not read there is as if empty. */
export function atEnd(
  plan: PathPlan,
  place: Place,
  reader: Reader,
  inner: (end: EndValue) => SqlBoolean,
): SqlBoolean {
  const { terminal } = plan
  return throughHops(plan.hops, place, reader, (end) => {
    const test = inner({ value: valueOf(terminal, end), many: holdsMany(terminal), terminal })
    return terminal.kind === 'system' ? test : masked(end, terminal.name, reader, test)
  })
}

/** True when `inner` is, on one of the values. */
export function onSome(end: EndValue, reader: Reader, inner: (value: SqlValue) => SqlBoolean): SqlBoolean {
  if (!end.many) return inner(end.value)
  const alias = reader.nextAlias()
  return sql`exists (select 1 from unnest(${end.value}) as ${sql.id(alias)}(value) where ${inner(sql.id(alias, 'value'))})`
}

function holdsMany(terminal: Terminal): boolean {
  return terminal.kind === 'field' && terminal.column.array === true
}

/** A reference is followed by primary key; one that is found backward, by the index of its column. */
function joinOf(hop: Hop, from: Place, to: Place): SqlBoolean {
  const [holder, held] = hop.direction === 'forward' ? [from, to] : [to, from]
  const reference = sql.id(holder.alias, columnName(hop.field))
  const id = sql.id(held.alias, systemColumnName.id)
  if (!hop.many) return sql`${id} = ${reference}`
  return hop.direction === 'forward' ? sql`${id} = any(${reference})` : sql`${reference} @> array[${id}]`
}

function valueOf(terminal: Terminal, { alias }: Place): SqlValue {
  switch (terminal.kind) {
    case 'system':
      return sql.id(alias, systemColumnName[terminal.name])
    case 'field':
      return sql.id(alias, columnName(terminal.name))
    case 'part':
      return partValue(sql.id(alias, columnName(terminal.name)), terminal)
  }
}

/** A value inside a JSON object, typed; what is not of its type is NULL, never an error that would hide the list. */
function partValue(object: SqlValue, { part, comparable }: Extract<Terminal, { kind: 'part' }>): SqlValue {
  const text = sql`(${object} ->> ${sql.lit(part)})`
  const kind = sql`jsonb_typeof(${object} -> ${sql.lit(part)})`
  switch (comparable) {
    case 'text':
      return text
    case 'number':
      return sql`case when ${kind} = 'number' then ${text}::numeric end`
    case 'boolean':
      return sql`case when ${kind} = 'boolean' then ${text}::boolean end`
    case 'date':
      return sql`case when ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then ${text}::date end`
    case 'datetime':
      return sql`case when ${text} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' then ${text}::timestamptz end`
    case 'id':
      return sql`case when ${text} ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then ${text}::uuid end`
  }
}

function seenRow(place: Place, reader: Reader, inner: SqlBoolean): SqlBoolean {
  const mask = reader.at.mask?.(place.collection)
  return mask ? under(mask.row, place, reader, inner) : inner
}

function masked(place: Place, field: string, reader: Reader, inner: SqlBoolean): SqlBoolean {
  const mask = reader.at.mask?.(place.collection)
  return mask ? under(mask.field(field), place, reader, inner) : inner
}

/** The body's own rule, read without a mask, and then the test. */
function under(rule: Condition, place: Place, reader: Reader, inner: SqlBoolean): SqlBoolean {
  if (isAlways(rule)) return inner
  const { mask: _, ...unmasked } = reader.at
  return sql`(${reader.compile(rule, place, { ...reader, at: unmasked })} and ${inner})`
}
