// SPDX-License-Identifier: MIT
import { all, type Condition } from '../condition/condition.ts'
import { resolvePath, type Terminal } from '../condition/path.ts'
import { addDays } from '../identifiers/iso-date.ts'
import type { CollectionRef, Model } from '../solution/model.ts'

/** What entries are told apart by: their state, the value of a field, the days between two dates. */
export type TallyKey =
  | { readonly kind: 'state' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }

/**
 * Entries that are counted as they change, so that a count costs the same whatever their number: those of one
 * condition, by key and by day. Two widgets that count alike share one tally.
 */
export type Tally = {
  readonly collection: CollectionRef
  /** Read on the row alone: it depends on no other entry, on nobody and on no day. */
  readonly where: Condition
  readonly key: TallyKey | null
  /** The date whose day they are counted under. */
  readonly day: string | null
}

/** Days, both included; either end may be open. */
export type DayRange = { readonly from?: string; readonly to?: string }

/** A count that a tally answers. `days` narrows its day. */
export type TallyQuery = { readonly tally: Tally; readonly days?: DayRange }

export type CountAsked = {
  readonly collection: CollectionRef
  readonly where: Condition
  readonly key?: TallyKey | undefined
  /** Days asked besides the condition. */
  readonly days?: { readonly on: string; readonly range: DayRange } | undefined
}

/**
 * The tally that answers a count, and the days of it. `undefined` when none can: the condition reads other entries, asks
 * who is reading, compares two dates with today, or compares with today in a way that days do not tell (an instant
 * after midnight).
 */
export function tallyFor(asked: CountAsked, model: Model, today: string): TallyQuery | undefined {
  const fixed: Condition[] = []
  let bounds: Bounds | undefined = asked.days && { on: asked.days.on, range: asked.days.range }
  for (const part of conjuncts(asked.where)) {
    if (isFixed(part, model, asked.collection)) {
      fixed.push(part)
      continue
    }
    const more = boundsOf(part, model, asked.collection, today)
    if (!more || (bounds && bounds.on !== more.on)) return undefined
    bounds = { on: more.on, range: bounds ? bothOf(bounds.range, more.range) : more.range }
  }
  const where = all(...fixed)
  const tally = { collection: asked.collection, where, key: asked.key ?? null, day: bounds?.on ?? null }
  return { tally, ...(bounds && { days: bounds.range }) }
}

type Bounds = { readonly on: string; readonly range: DayRange }

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'all' ? condition.parts.flatMap(conjuncts) : [condition]
}

/** Whether the row alone decides, whoever reads and whenever. */
function isFixed(condition: Condition, model: Model, collection: CollectionRef): boolean {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.every((part) => isFixed(part, model, collection))
    case 'not':
      return isFixed(condition.part, model, collection)
    case 'exists':
      return false
    case 'compare': {
      const { path, value } = condition
      if (value?.kind === 'actor' || value?.kind === 'today') return false
      const paths = value?.kind === 'path' ? [path, value.path] : [path]
      return paths.every((one) => terminalOf(model, collection, one) !== undefined)
    }
  }
}

function terminalOf(model: Model, collection: CollectionRef, path: string): Terminal | undefined {
  const resolved = resolvePath(model, collection, path)
  return resolved.ok && resolved.plan.hops.length === 0 ? resolved.plan.terminal : undefined
}

/** The days that a comparison with today amounts to. Today as an instant is its midnight: the day itself is after. */
function boundsOf(
  condition: Condition,
  model: Model,
  collection: CollectionRef,
  today: string,
): Bounds | undefined {
  if (condition.kind !== 'compare' || condition.value?.kind !== 'today') return undefined
  const terminal = terminalOf(model, collection, condition.path)
  const kind = terminal && terminal.kind !== 'part' ? terminal.comparable : undefined
  const day = addDays(today, condition.value.plusDays)
  const on = condition.path
  switch (condition.op) {
    case 'lt':
      return kind === 'date' || kind === 'datetime' ? { on, range: { to: addDays(day, -1) } } : undefined
    case 'gte':
      return kind === 'date' || kind === 'datetime' ? { on, range: { from: day } } : undefined
    case 'lte':
      return kind === 'date' ? { on, range: { to: day } } : undefined
    case 'gt':
      return kind === 'date' ? { on, range: { from: addDays(day, 1) } } : undefined
    case 'eq':
      return kind === 'date' ? { on, range: { from: day, to: day } } : undefined
    default:
      return undefined
  }
}

function bothOf(one: DayRange, other: DayRange): DayRange {
  const from = latest(one.from, other.from)
  const to = earliest(one.to, other.to)
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const latest = (one?: string, other?: string) =>
  one === undefined || (other !== undefined && other > one) ? other : one
const earliest = (one?: string, other?: string) =>
  one === undefined || (other !== undefined && other < one) ? other : one

/** The fields that a tally reads, besides the values that every entry has. */
export function fieldsRead({ where, key, day }: Tally): ReadonlySet<string> {
  const named = [
    ...pathsRead(where).map((path) => path.split('.')[0] ?? path),
    ...(key?.kind === 'field' ? [key.field] : key?.kind === 'days' ? [key.from, key.to] : []),
    ...(day === null ? [] : [day]),
  ]
  return new Set(named)
}

function pathsRead(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(pathsRead)
    case 'not':
      return pathsRead(condition.part)
    case 'exists':
      return [condition.path]
    case 'compare':
      return condition.value?.kind === 'path' ? [condition.path, condition.value.path] : [condition.path]
  }
}
