// SPDX-License-Identifier: MIT
import {
  asHandled,
  askableFields,
  askedField,
  type AskedField,
  fieldOnForm,
  type Form,
  inLocale,
  type Locale,
  type MailAsked,
  placedItems,
  type Transition,
} from '@guichet/engine'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import { lastMove } from '../events/index.ts'
import type { LoadedEntry } from './load-entry.ts'

/** A field named when a correction was asked, as the actor may read it. */
export type AskedFieldView = { readonly field: string; readonly label: string; readonly word: string | null }

/** The fields that an answer must correct or complete, as long as it was not given: none when none was named. */
export async function askedNow(executor: Db | Tx, entry: LoadedEntry): Promise<readonly AskedField[]> {
  const transitions = Object.entries(entry.definition.lifecycle?.transitions ?? {})
  const about = transitions.flatMap(([key, { asksFor, onlyAsked }]) => (asksFor || onlyAsked ? [key] : []))
  if (about.length === 0) return []
  const last = await lastMove(executor, entry.id, about)
  return last?.payload.asked ?? []
}

/** The form whose fields may be named when this transition is taken. */
export function askingForm(entry: LoadedEntry, { asksFor }: Transition): Form | undefined {
  return asksFor === undefined ? undefined : entry.release.solution.forms[asksFor]
}

/** Fields that may be named to who answers: shown by the form, and readable by who asks. */
export function askableOf(context: Context, entry: LoadedEntry, form: Form): string[] {
  return askableFields(form, formScope(context, entry), entry.values).filter((key) => entry.readable.has(key))
}

/** Named fields as a mail says them: in the words of the form that asked for them. */
export function askedInWords(
  context: Context,
  entry: LoadedEntry,
  { transition: key, asked = [] }: { transition: string; asked?: readonly AskedField[] },
): (locale: Locale) => MailAsked[] {
  const transition = entry.definition.lifecycle?.transitions[key]
  const form = transition && askingForm(entry, transition)
  const items = form ? placedItems(form, formScope(context, entry), entry.values) : []
  return (locale) =>
    asked.flatMap(({ field, word = '' }) => {
      const item = items.find((placed) => placed.item.field === field)?.item
      const question = (item && fieldOnForm(entry.definition, item)) ?? entry.definition.fields[field]
      return question ? [{ label: inLocale(question.label, locale), word }] : []
    })
}

function formScope({ tenant: { timeZone }, clock }: Context, entry: LoadedEntry) {
  return { collection: entry.definition, timeZone, ...momentOf(clock.now(), timeZone) }
}

const askedList = z.array(askedField).max(200)

/**
 * The fields named with a transition, checked.
 *
 * @throws Problem `malformed-request` for what is not a list of fields; `unknown-field` for one that cannot be named
 */
export function checkAsked(
  context: Context,
  entry: LoadedEntry,
  transition: Transition,
  asked: unknown,
): readonly AskedField[] {
  if (asked === undefined) return []
  const read = askedList.safeParse(asked)
  if (!read.success) throw problem('malformed-request', { path: 'asked' })
  const form = askingForm(entry, transition)
  const askable = new Set(form ? askableOf(context, entry, form) : [])
  const foreign = read.data.find(({ field }) => !askable.has(field))
  if (foreign) throw problem('unknown-field', { field: foreign.field })
  return read.data.map(({ field, word }) => ({ field, ...(word && { word }) }))
}

/** Named fields with their words, without those that the actor may not read. */
export function askedViews(
  entry: LoadedEntry,
  asked: readonly AskedField[] | undefined,
  locale: Locale,
): AskedFieldView[] {
  const { definition, readable } = entry
  return (asked ?? []).flatMap(({ field, word }) => {
    const known = Object.hasOwn(definition.fields, field) ? definition.fields[field] : undefined
    if (!known || !readable.has(field)) return []
    const { label } = entry.may('history') ? asHandled(known) : known
    return [{ field, label: inLocale(label, locale), word: word ?? null }]
  })
}
