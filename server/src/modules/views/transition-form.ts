// SPDX-License-Identifier: MIT
import {
  type Answers,
  type Field,
  fieldOnForm,
  fieldType,
  type FormItem,
  type FormValues,
  isEmpty,
  type Locale,
  openItems,
  writeFields,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import {
  askableOf,
  askedNow,
  askingForm,
  getEntry,
  type LoadedEntry,
  presentEntry,
} from '../entries/index.ts'
import type { EntryView, FieldView, TransitionView } from '../entries/index.ts'
import { findOffers, isReference, type Offers, type OffersAsked } from './offers.ts'

/** A transition as it is asked: its questions with the words of its form, and what is known already. */
export type TransitionForm = {
  readonly entry: EntryView
  readonly transition: TransitionView
  /** Questions shown for these answers, in order. */
  readonly questions: readonly {
    readonly key: string
    readonly field: Field
    /** What was said of it by who asked for a correction; null when it was named without a word. */
    readonly word?: string | null
  }[]
  /** Fields that may be named to who must answer, with what they say now. */
  readonly askable: readonly AskableField[]
  /** What their inputs show. */
  readonly values: FormValues
} & Offers

type AskedForm = {
  readonly id: string
  readonly key: string
  readonly typed?: Answers
  readonly search?: NonNullable<OffersAsked['search']>
}

export type AskableField = { readonly key: string; readonly label: string; readonly display: string }

/**
 * The form of a transition, with the entry it is taken from. `typed`: answers given so far, on which the conditions of
 * its questions are read.
 *
 * @throws Problem `not-found`; `transition-refused` when it cannot be taken now, with its reason
 */
export async function transitionForm(
  context: Context,
  { id, key, typed = {}, search }: AskedForm,
): Promise<TransitionForm> {
  const loaded = await getEntry(context.db, context, id)
  const entry = await presentEntry(context, loaded)
  const transition = entry.transitions.find((one) => one.key === key)
  if (!transition) throw problem('transition-refused', { refusal: refusalOf(loaded, key) })
  const asked = await questionsOf(context, loaded, transition, typed)
  const anew = new Set(asked.flatMap(({ key, anew: isAnew }) => (isAnew ? [key] : [])))
  const questions = asked.map(({ key, field, word }) => ({ key, field, ...(word !== undefined && { word }) }))
  const fields = Object.fromEntries(questions.map(({ key, field }) => [key, field]))
  const known = Object.fromEntries(
    entry.fields.filter((one) => !anew.has(one.key)).map(({ key, value }) => [key, value]),
  )
  const { timeZone } = context.tenant
  const values = writeFields(fields, known, '', { timeZone })
  const references = Object.fromEntries(Object.entries(fields).filter(([, field]) => isReference(field)))
  // Of what was typed and is not checked yet, only what references name: a day sent in three parts is no value.
  const chosen = { ...values, ...writeFields(references, typed) }
  return {
    entry,
    transition,
    questions,
    askable: askable(context, loaded, entry, key),
    values,
    ...(await findOffers(context, loaded.collection, fields, { chosen, ...(search && { search }) })),
  }
}

function refusalOf({ definition }: LoadedEntry, key: string): string {
  return Object.hasOwn(definition.lifecycle?.transitions ?? {}, key) ? 'wrong-state' : 'unknown-transition'
}

type Question = TransitionForm['questions'][number]

async function questionsOf(
  context: Context,
  entry: LoadedEntry,
  { key, form: formKey }: TransitionView,
  typed: Answers,
): Promise<(Question & Pick<FormItem, 'anew'>)[]> {
  const form = formKey === null ? undefined : entry.release.solution.forms[formKey]
  if (!form) return []
  const { now, today } = momentOf(context.clock.now(), context.tenant.timeZone)
  const scope = { collection: entry.definition, today, now, timeZone: context.tenant.timeZone }
  const onlyAsked = entry.definition.lifecycle?.transitions[key]?.onlyAsked === true
  const asked = onlyAsked ? await askedNow(context.db, entry) : []
  const words = new Map(asked.map(({ field, word }) => [field, word ?? null]))
  return openItems(form, scope, entry.values, typed, asked).flatMap(({ item }) => {
    const field = fieldOnForm(entry.definition, item)
    const word = words.get(item.field)
    return field ? [{ key: item.field, field, anew: item.anew, ...(word !== undefined && { word }) }] : []
  })
}

function askable(context: Context, loaded: LoadedEntry, entry: EntryView, key: string): AskableField[] {
  const transition = loaded.definition.lifecycle?.transitions[key]
  const form = transition && askingForm(loaded, transition)
  if (!form) return []
  const { locale } = context.actor
  return askableOf(context, loaded, form).flatMap((name) => {
    const view = entry.fields.find((field) => field.key === name)
    return view ? [{ key: name, label: view.label, display: summaryOf(view, locale) }] : []
  })
}

/** What a field says, in few words: enough to know which it is. */
function summaryOf({ definition, value, display }: FieldView, locale: Locale): string {
  if (isEmpty(value)) return ''
  if (definition.type === 'file' || definition.type === 'files' || definition.type === 'group') return ''
  const words = display === '' ? fieldType(definition).display(value, definition, locale) : display
  return words.length > 120 ? `${words.slice(0, 119)}…` : words
}
