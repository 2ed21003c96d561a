// SPDX-License-Identifier: MIT
import { asHandled, inLocale, type Locale, type Profile } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  type EventActor,
  type EventKind,
  type EventRecord,
  eventsOfEntry,
  type FilingChannel,
} from '../events/index.ts'
import { askedViews, type AskedFieldView } from './asked-fields.ts'
import { logReads } from '../sensitive-reads/index.ts'
import { getEntry, type LoadedEntry } from './load-entry.ts'
import { stateView } from './present-entry.ts'
import type { StateView } from './entry-view.ts'

/** One line of the history, as the actor may read it. */
export type HistoryLine = {
  readonly id: number
  readonly at: Date
  readonly kind: EventKind
  readonly actor: EventActor
  /** What the actor had chosen to act as. */
  readonly profile: Profile | null
  /** Name of who acted as them. */
  readonly by: string | null
  /** For `entry.moved`: the action taken and the state reached. */
  readonly transition?: {
    readonly key: string
    readonly label: string
    readonly to: StateView | null
    readonly reason: string | null
    /** Fields named to who must answer. */
    readonly asked: readonly AskedFieldView[]
  }
  /** For `entry.created`: how somebody came for whom an agent filed it, and their name. */
  readonly filing?: { readonly channel: FilingChannel; readonly filedFor: string | null }
  /** Fields whose value changed, of those that the actor may read. */
  readonly changes: readonly {
    readonly field: string
    readonly label: string
    readonly before: unknown
    readonly after: unknown
  }[]
}

const pageSize = 50

/**
 * The history of an entry, newest first, a page at a time (`before`: the id of the last line seen).
 *
 * @throws Problem `not-found`, `not-allowed` without the right `history`
 */
export async function entryHistory(context: Context, id: string, before?: number): Promise<HistoryLine[]> {
  const entry = await getEntry(context.db, context, id)
  if (!entry.may('history')) throw problem('not-allowed')
  const events = await eventsOfEntry(context.db, id, pageSize, before)
  const lines = events.map((event) => historyLine(entry, event, context.actor.locale))
  await logReads(context, 'history', {
    collection: entry.collection,
    definition: entry.definition,
    entries: [{ id: entry.id, values: changedIn(lines) }],
  })
  return lines
}

/** What the lines tell of each field: a value, whether before or after. */
function changedIn(lines: readonly HistoryLine[]): Readonly<Record<string, unknown>> {
  const told = lines.flatMap(({ changes }) =>
    changes.flatMap(({ field, before, after }) => [before, after].map((value) => [field, value] as const)),
  )
  return Object.fromEntries(told.filter(([, value]) => value !== null))
}

/** When each stage of the guide was reached, and where the entry stands: what an applicant may know too. */
export type GuideStage = {
  readonly key: string
  readonly label: string
  readonly publicLabel: string
  readonly status: 'done' | 'current' | 'to-come'
  /** First time a state of this stage was reached. */
  readonly reachedAt: Date | null
}

/** The guide of an entry: its stages in order. Empty when its lifecycle has none. */
export async function entryGuide(context: Context, id: string): Promise<GuideStage[]> {
  const entry = await getEntry(context.db, context, id)
  const { lifecycle } = entry.definition
  if (!lifecycle?.stages || entry.state === null) return []
  const { states, stages } = lifecycle
  const stageOf = (state: string | null) => (state === null ? undefined : states[state]?.stage)
  const reached = new Map<string, Date>()
  const note = (stage: string | undefined, at: Date) => {
    if (stage !== undefined && !reached.has(stage)) reached.set(stage, at)
  }
  note(stageOf(lifecycle.initial), entry.createdAt)
  for (const event of (await eventsOfEntry(context.db, id, 500)).toReversed()) {
    if (isMove(event)) note(stageOf(event.payload.to), event.at)
  }
  const keys = Object.keys(stages)
  const current = keys.indexOf(stageOf(entry.state) ?? '')
  return Object.entries(stages).map(([key, stage], at) => ({
    key,
    label: inLocale(stage.label, context.actor.locale),
    publicLabel: inLocale(stage.publicLabel ?? stage.label, context.actor.locale),
    status: at < current ? 'done' : at === current ? 'current' : 'to-come',
    reachedAt: at <= current ? (reached.get(key) ?? null) : null,
  }))
}

function isMove(event: EventRecord): event is EventRecord<'entry.moved'> {
  return event.kind === 'entry.moved'
}

function isCreation(event: EventRecord): event is EventRecord<'entry.created'> {
  return event.kind === 'entry.created'
}

function isChange(event: EventRecord): event is EventRecord<'entry.changed'> {
  return event.kind === 'entry.changed'
}

function profileOf(payload: object): Profile | null {
  // Written beside what each kind of event tells, by `recordEvents` alone.
  return 'profile' in payload ? (payload.profile as Profile) : null
}

function byOf(payload: object): string | null {
  return 'by' in payload ? (payload.by as { name: string }).name : null
}

function historyLine(entry: LoadedEntry, event: EventRecord, locale: Locale): HistoryLine {
  const { definition } = entry
  const changes = isMove(event) || isChange(event) ? (event.payload.changes ?? {}) : {}
  const line = {
    id: event.id,
    at: event.at,
    kind: event.kind,
    actor: event.actor,
    profile: profileOf(event.payload),
    by: byOf(event.payload),
    changes: Object.entries(changes).flatMap(([field, [before, after]]) => {
      const known = definition.fields[field]
      if (!known || !entry.readable.has(field)) return []
      return [{ field, label: inLocale(asHandled(known).label, locale), before, after }]
    }),
  }
  if (isCreation(event)) {
    const { channel, filedFor = null } = event.payload
    return channel === undefined ? line : { ...line, filing: { channel, filedFor } }
  }
  if (!isMove(event)) return line
  const { transition, to, reason, asked } = event.payload
  const label = definition.lifecycle?.transitions[transition]?.label
  return {
    ...line,
    transition: {
      key: transition,
      label: label ? inLocale(label, locale) : transition,
      to: stateView(definition, to, locale),
      reason: reason ?? null,
      asked: askedViews(entry, asked, locale),
    },
  }
}
