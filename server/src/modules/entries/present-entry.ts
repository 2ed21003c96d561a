// SPDX-License-Identifier: MIT
import {
  asHandled,
  availableTransitions,
  collectionOf,
  type Collection,
  fieldType,
  inLocale,
  isEmpty,
  type Locale,
  type State,
  solutionOf,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { logReads, type ReadingWay } from '../sensitive-reads/index.ts'
import { getEntry, type LoadedEntry } from './load-entry.ts'
import type { EntryView, FieldView, StateView, TransitionView } from './entry-view.ts'
import { referenceIds, referredTitles, type Titles } from './referred-titles.ts'

/**
 * One entry as the actor may see it.
 *
 * @throws Problem `not-found`, also when it exists and the actor may not read it
 */
export async function viewEntry(
  context: Context,
  id: string,
  way: Extract<ReadingWay, 'page' | 'print'> = 'page',
): Promise<EntryView> {
  return presentEntry(context, await getEntry(context.db, context, id), way)
}

/** The same, from an entry already loaded. The only place where an entry becomes what is shown. */
export async function presentEntry(
  context: Context,
  entry: LoadedEntry,
  way: ReadingWay = 'page',
): Promise<EntryView> {
  const { locale } = context.actor
  const { definition } = entry
  const readableValues = Object.fromEntries(
    Object.entries(entry.values).filter(([key]) => entry.readable.has(key)),
  )
  await logReads(context, way, {
    collection: entry.collection,
    definition,
    entries: [{ id: entry.id, values: readableValues }],
  })
  const titles = await referredTitles(context, entry.collection, definition, [readableValues])
  const procedure = entry.procedure ? entry.release.solution.procedures?.[entry.procedure] : undefined
  return {
    id: entry.id,
    solution: solutionOf(entry.collection),
    collection: entry.collection,
    collectionTitle: inLocale(definition.title, locale),
    releaseId: entry.release.id,
    releaseNumber: entry.release.number,
    number: entry.number,
    title: entry.title,
    state: stateView(definition, entry.state, locale),
    procedure:
      entry.procedure && procedure
        ? { key: entry.procedure, title: inLocale(procedure.title, locale) }
        : null,
    version: entry.version,
    createdAt: entry.createdAt,
    updatedAt: entry.updatedAt,
    stateSince: entry.stateSince,
    closedAt: entry.closedAt,
    owner: entry.owner,
    heldBy: heldBy(entry, readableValues, titles, locale),
    applicant: applicantName(definition, readableValues, locale),
    contact: definition.contact ?? null,
    fields: fieldViews(definition, readableValues, titles, {
      locale,
      timeZone: context.tenant.timeZone,
      // Who reads the history handles the entry; the others have answered its questions.
      handled: entry.may('history'),
    }),
    transitions: transitionViews(entry, locale),
    hasApprovals: await hasApprovals(context, entry),
    may: {
      edit: entry.may('edit'),
      delete: entry.may('delete'),
      comment: entry.may('comment'),
      note: entry.may('note') && entry.noteAudiences.size > 0,
      history: entry.may('history'),
      share: entry.may('share'),
      explain: entry.may('explain'),
    },
  }
}

/** Whether some edits of these entries wait for an approval, whoever makes them. */
async function hasApprovals(context: Context, { collection }: LoadedEntry): Promise<boolean> {
  const { solutions } = await definitionsOf(context)
  const grants = solutions.get(solutionOf(collection))?.solution.grants ?? []
  return grants.some(({ on, approval }) => approval !== undefined && on === collectionOf(collection))
}

/** A state of a collection as it is shown; null for a collection without lifecycle. */
export function stateView(definition: Collection, key: string | null, locale: Locale): StateView | null {
  const state: State | undefined = key === null ? undefined : definition.lifecycle?.states[key]
  if (key === null || !state) return null
  return {
    key,
    label: inLocale(state.label, locale),
    publicLabel: inLocale(state.publicLabel ?? state.label, locale),
    tone: state.tone,
    icon: state.icon ?? null,
    closed: state.closed === true,
    stage: state.stage ?? null,
  }
}

type FieldWords = { readonly locale: Locale; readonly timeZone: string; readonly handled?: boolean }

/**
 * The readable fields in their order, with what they refer to. Empty ones are kept: a screen decides to skip them.
 * `handled`: in the words of those who handle the entry, rather than of who answered.
 */
export function fieldViews(
  definition: Collection,
  values: Readonly<Record<string, unknown>>,
  titles: Titles,
  { locale, timeZone, handled }: FieldWords,
): FieldView[] {
  return Object.entries(definition.fields).flatMap(([key, asAsked]) => {
    if (!Object.hasOwn(values, key)) return []
    const field = handled ? asHandled(asAsked) : asAsked
    const value = values[key] ?? null
    const base = { key, label: inLocale(field.label, locale), definition: field, value }
    if (field.type === 'reference' || field.type === 'references') {
      const referred = referenceIds(value).flatMap((id) => {
        const title = titles.get(id)
        return title === undefined ? [] : [{ id, title }]
      })
      return [{ ...base, display: referred.map(({ title }) => title).join(', '), referred }]
    }
    return [
      {
        ...base,
        display: isEmpty(value) ? '' : fieldType(field).display(value, field, locale, { timeZone }),
      },
    ]
  })
}

/** The name in the collection's contact, when the actor may read it. */
export function applicantName(
  definition: Collection,
  values: Readonly<Record<string, unknown>>,
  locale: Locale,
): string | null {
  const key = definition.contact?.name ?? definition.contact?.email
  const field = key === undefined ? undefined : definition.fields[key]
  const value = key === undefined ? undefined : values[key]
  return field && !isEmpty(value) ? fieldType(field).display(value, field, locale) : null
}

/**
 * Who holds the entry now: as its state says, else whom its collection names and the actor may read. Nobody once it is
 * closed: a service that answered, or sent it back, is not told to hold it still.
 */
export function heldBy(
  entry: Pick<LoadedEntry, 'definition' | 'state' | 'rememberedState'>,
  values: Readonly<Record<string, unknown>>,
  titles: Titles,
  locale: Locale,
): { readonly id: string | null; readonly title: string } | null {
  const { definition, rememberedState } = entry
  const state = entry.state === null ? undefined : definition.lifecycle?.states[entry.state]
  const holder = state?.holder
  if (holder && 'back' in holder) {
    const words = { id: null, title: inLocale(holder.otherwise, locale) }
    if (rememberedState === null) return words
    const before = { definition, state: rememberedState, rememberedState: null }
    return heldBy(before, values, titles, locale) ?? words
  }
  if (holder) return { id: null, title: inLocale(holder, locale) }
  if (state?.closed) return null
  const id = definition.heldBy === undefined ? undefined : referenceIds(values[definition.heldBy])[0]
  const title = id === undefined ? undefined : titles.get(id)
  return id !== undefined && title !== undefined ? { id, title } : null
}

function transitionViews(entry: LoadedEntry, locale: Locale): TransitionView[] {
  const { lifecycle } = entry.definition
  if (!lifecycle || entry.state === null) return []
  return availableTransitions(
    lifecycle,
    { state: entry.state, rememberedState: entry.rememberedState },
    { granted: (action) => entry.may(action), guardHolds: (key) => entry.guardHolds(key) },
  ).map(({ key, transition, state, refusedBecause }) => ({
    key,
    label: inLocale(transition.label, locale),
    consequence: transition.consequence ? inLocale(transition.consequence, locale) : null,
    icon: transition.icon ?? null,
    emphasis: transition.emphasis ?? 'secondary',
    form: transition.form ?? null,
    reason: transition.reason ?? 'none',
    reasonLabel: transition.reasonLabel ? inLocale(transition.reasonLabel, locale) : null,
    shortcut: transition.shortcut ?? null,
    to: state,
    refusedBecause: refusedBecause ? inLocale(refusedBecause, locale) : null,
  }))
}
