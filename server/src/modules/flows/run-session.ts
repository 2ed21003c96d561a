// SPDX-License-Identifier: MIT
import { type Condition, type Flow, modelOf, type Solution, type Step, system } from '@guichet/engine'
import { conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { definitionsOf, type Release } from '../definitions/index.ts'
import { loadEntries, loadEntry, type LoadedEntry, sqlScope } from '../entries/index.ts'
import { type EventRecord, eventsByIds } from '../events/index.ts'
import {
  type AddressBook,
  openAddressBook,
  readableEntries,
  type ReadableEntry,
} from '../notifications/index.ts'
import { entriesWhere, outputsOf, type RunRow } from './flows.queries.ts'

/** A run taken in hand: its row, locked, with the definitions it follows. */
export type Run = {
  readonly row: RunRow
  readonly release: Release
  readonly flow: Flow
}

/**
 * What the runs advanced together in one transaction have read: entries, events, outputs. Each is read once, however
 * many runs and steps ask.
 */
export type RunSession = {
  readonly tx: Tx
  readonly platform: Platform
  readonly book: AddressBook
  /** Reads at once the entries of runs, and what they refer to: steps find them at hand. */
  prepare(entryIds: readonly string[]): Promise<void>
  /** The platform acting as this run, named in the history. */
  contextOf(run: Run): Context
  /** The run's entry; `undefined` when it was deleted. */
  entryOf(run: Run): Promise<LoadedEntry | undefined>
  /** The same, read anew and locked until the end of the transaction. */
  lockEntryOf(run: Run): Promise<LoadedEntry | undefined>
  entryOfEvent(event: EventRecord): Promise<LoadedEntry | undefined>
  readableOf(run: Run): Promise<ReadableEntry | undefined>
  /** To call after a step that writes the entry. */
  forgetEntry(id: string): void
  eventOf(run: Run): Promise<EventRecord | undefined>
  /** What the steps performed so far have given, by key. */
  outputsOf(run: Run): Promise<Readonly<Record<string, unknown>>>
  rememberOutput(run: Run, step: string, output: unknown): void
  /** Entries among `ids`, of a collection of that release, on which a condition holds now. */
  idsWhere(
    release: Release,
    collection: `${string}.${string}`,
    ids: readonly string[],
    condition: Condition,
  ): Promise<ReadonlySet<string>>
}

/** Opens a session in a transaction. `events` are those already at hand. */
export function openSession(tx: Tx, platform: Platform, knownEvents: Iterable<EventRecord> = []): RunSession {
  const within: Context = { ...actingAs(platform, system), db: tx }
  const entries = new Map<string, Promise<LoadedEntry | undefined>>()
  const readable = new Map<string, Promise<ReadableEntry | undefined>>()
  const events = new Map([...knownEvents].map((event) => [event.id, event]))
  const outputs = new Map<string, Promise<Record<string, unknown>>>()
  // Written at the end of the transaction only.
  const fresh = new Map<string, Record<string, unknown>>()

  function entry(id: string): Promise<LoadedEntry | undefined> {
    return remembered(entries, id, () => loadEntry(tx, within, id))
  }

  return {
    tx,
    platform,
    book: openAddressBook(tx, platform),
    prepare: async (ids) => {
      const unknown = [...new Set(ids)].filter((id) => !entries.has(id))
      if (unknown.length === 0) return
      const loaded = await loadEntries(tx, within, unknown)
      const shown = await readableEntries(tx, within, [...loaded.values()])
      for (const id of unknown) {
        entries.set(id, Promise.resolve(loaded.get(id)))
        readable.set(id, Promise.resolve(shown.get(id)))
      }
    },
    contextOf: ({ row, flow }) =>
      actingAs(platform, { kind: 'system', locale: 'fr', run: { id: row.id, title: flow.title.fr } }),
    entryOf: ({ row }) => entry(row.entry_id),
    entryOfEvent: async ({ entryId }) => (entryId === null ? undefined : entry(entryId)),
    lockEntryOf: ({ row }) => {
      const locked = loadEntry(tx, within, row.entry_id, { forUpdate: true })
      entries.set(row.entry_id, locked)
      readable.delete(row.entry_id)
      return locked
    },
    readableOf: ({ row: { entry_id } }) =>
      remembered(readable, entry_id, async () => {
        const found = await entry(entry_id)
        return found && (await readableEntries(tx, within, [found])).get(entry_id)
      }),
    forgetEntry: (id) => {
      entries.delete(id)
      readable.delete(id)
    },
    eventOf: async ({ row }) => {
      if (!events.has(row.event_id)) {
        for (const [id, event] of await eventsByIds(tx, [row.event_id])) events.set(id, event)
      }
      return events.get(row.event_id)
    },
    outputsOf: async ({ row }) => {
      const stored = await remembered(outputs, row.id, () => storedOutputs(tx, row.id))
      return { ...stored, ...fresh.get(row.id) }
    },
    rememberOutput: ({ row }, step, output) => {
      fresh.set(row.id, { ...fresh.get(row.id), [step]: output })
    },
    idsWhere: async (release, collection, ids, condition) => {
      const definitions = await definitionsOf(platform)
      const current = definitions.solutions.get(release.solution.key)?.id === release.id
      const model = current ? definitions.model : modelWith(release.solution, definitions.solutions.values())
      const scope = sqlScope({ ...definitions, model }, collection, within, 'd')
      return entriesWhere(tx, collection, ids, conditionToSql(condition, scope))
    },
  }
}

async function storedOutputs(tx: Tx, runId: string): Promise<Record<string, unknown>> {
  return Object.fromEntries((await outputsOf(tx, [runId])).map(({ step, output }) => [step, output]))
}

/** The collections as an entry of a former release knows them. */
function modelWith(former: Solution, current: Iterable<Release>) {
  const others = [...current].map(({ solution }) => solution).filter(({ key }) => key !== former.key)
  return modelOf([...others, former])
}

/** The run with what it follows; `undefined` when its release has no such flow, which publication forbids. */
export async function takeInHand(platform: Platform, row: RunRow): Promise<Run | undefined> {
  const release = await (await definitionsOf(platform)).release(row.release_id)
  const flow = release.solution.flows?.[row.flow]
  return flow && { row, release, flow }
}

function remembered<K, V>(known: Map<K, Promise<V>>, key: K, load: () => Promise<V>): Promise<V> {
  const value = known.get(key) ?? load()
  known.set(key, value)
  return value
}

/** A run at a step of its flow. */
export type RunAt = { readonly run: Run; readonly step: Step }
