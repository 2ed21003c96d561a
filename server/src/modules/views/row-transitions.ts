// SPDX-License-Identifier: MIT
import { availableTransitions, type Collection, inLocale, type Locale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { loadEntries, type LoadedEntry } from '../entries/index.ts'

/** An action that some rows of a list allow. */
export type RowTransition = {
  readonly key: string
  readonly label: string
  readonly icon: string | null
  readonly emphasis: 'primary' | 'secondary' | 'danger'
  /** The single key that opens it. */
  readonly shortcut: string | null
}

/** What the actor may do to each of these entries now, by id: one reading for all. */
export async function rowTransitions(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (context.actor.kind !== 'person') return new Map()
  const entries = await loadEntries(context.db, context, ids)
  return new Map([...entries].map(([id, entry]) => [id, openTransitions(entry)]))
}

/** Keys of the transitions that the actor may take now, guards included. */
export function openTransitions(entry: LoadedEntry): readonly string[] {
  const { lifecycle } = entry.definition
  if (!lifecycle || entry.state === null) return []
  return availableTransitions(
    lifecycle,
    { state: entry.state, rememberedState: entry.rememberedState },
    { granted: (action) => entry.may(action), guardHolds: (key) => entry.guardHolds(key) },
  ).flatMap(({ key, refusedBecause }) => (refusedBecause ? [] : [key]))
}

/** Those of these keys that the release in force knows, in its order. */
export function transitionsOf(
  { lifecycle }: Collection,
  keys: Iterable<string>,
  locale: Locale,
): RowTransition[] {
  const offered = new Set(keys)
  return Object.entries(lifecycle?.transitions ?? {}).flatMap(([key, transition]) =>
    offered.has(key)
      ? [
          {
            key,
            label: inLocale(transition.label, locale),
            icon: transition.icon ?? null,
            emphasis: transition.emphasis ?? 'secondary',
            shortcut: transition.shortcut ?? null,
          },
        ]
      : [],
  )
}
