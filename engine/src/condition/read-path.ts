// SPDX-License-Identifier: MIT
import type { Scalar } from './condition.ts'
import type { Hop, PathPlan, Terminal } from './path.ts'
import type { Circumstance, EntryRow, World } from './scope.ts'
import { comparableValues } from './values.ts'

/** Whether the actor's mask, if there is one, lets a row or a field of it be seen. */
export type Seen = {
  row(entry: EntryRow): boolean
  field(entry: EntryRow, field: string): boolean
}

export type Reading = { readonly world: World; readonly at: Circumstance; readonly seen: Seen }

/** The entries reached by the hops; those that the mask hides are not. */
export function entriesAt(entry: EntryRow, hops: readonly Hop[], reading: Reading): readonly EntryRow[] {
  let entries: readonly EntryRow[] = [entry]
  for (const hop of hops) entries = entries.flatMap((from) => hopFrom(from, hop, reading))
  return entries
}

function hopFrom(entry: EntryRow, hop: Hop, { world, seen }: Reading): readonly EntryRow[] {
  if (hop.direction === 'backward') {
    return world
      .referring(hop.to, hop.field, entry.id)
      .filter((referring) => seen.row(referring) && seen.field(referring, hop.field))
  }
  if (!seen.field(entry, hop.field)) return []
  const targets: EntryRow[] = []
  for (const id of comparableValues(entry.values[hop.field], 'id')) {
    const target = world.entry(hop.to, String(id))
    if (target && seen.row(target)) targets.push(target)
  }
  return targets
}

/** The comparable values at the end of a path. */
export function valuesAt(entry: EntryRow, plan: PathPlan, reading: Reading): readonly Scalar[] {
  return entriesAt(entry, plan.hops, reading).flatMap((end) =>
    terminalValues(end, plan.terminal, reading.seen),
  )
}

/** Whether the path yields a value, comparable or not. */
export function hasValueAt(entry: EntryRow, plan: PathPlan, reading: Reading): boolean {
  const { terminal } = plan
  return entriesAt(entry, plan.hops, reading).some((end) =>
    terminal.kind === 'field' && terminal.comparable === undefined
      ? seenValue(end, terminal.name, reading.seen) !== undefined
      : terminalValues(end, terminal, reading.seen).length > 0,
  )
}

function terminalValues(entry: EntryRow, terminal: Terminal, seen: Seen): readonly Scalar[] {
  switch (terminal.kind) {
    case 'system':
      return comparableValues(entry[terminal.name], terminal.comparable)
    case 'field':
      return terminal.comparable
        ? comparableValues(seenValue(entry, terminal.name, seen), terminal.comparable)
        : []
    case 'part':
      return comparableValues(
        partOf(seenValue(entry, terminal.name, seen), terminal.part),
        terminal.comparable,
      )
  }
}

/** The stored value, `undefined` when there is none or when the actor may not read it. */
function seenValue(entry: EntryRow, field: string, seen: Seen): unknown {
  const value = Object.hasOwn(entry.values, field) ? entry.values[field] : undefined
  const none = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  return none || !seen.field(entry, field) ? undefined : value
}

function partOf(value: unknown, part: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
  // An object that has the key: reading it by name is safe.
  return (value as Record<string, unknown>)[part]
}
