// SPDX-License-Identifier: MIT
import {
  type Answers,
  collectionRef,
  type CollectionRef,
  type Field,
  fieldOnForm,
  fieldType,
  type FormItem,
  type FormValues,
  isEmpty,
  type Locale,
  openItems,
  solutionOf,
  writeFields,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem, problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import {
  askableOf,
  askedNow,
  askingForm,
  getEntry,
  listEntries,
  type LoadedEntry,
  presentEntry,
} from '../entries/index.ts'
import type { EntryView, FieldView, TransitionView } from '../entries/index.ts'
import { offeredToday } from './offered-today.ts'

/** An entry that a reference may name. */
export type OfferedEntry = { readonly id: string; readonly label: string }

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
  /** By key of the reference. */
  readonly offers: Readonly<Record<string, readonly OfferedEntry[]>>
}

export type AskableField = { readonly key: string; readonly label: string; readonly display: string }

/** Bodies and persons offered in one list; more call for a search. */
const mostOffered = 200

/**
 * The form of a transition, with the entry it is taken from. `typed`: answers given so far, on which the conditions of
 * its questions are read.
 *
 * @throws Problem `not-found`; `transition-refused` when it cannot be taken now, with its reason
 */
export async function transitionForm(
  context: Context,
  { id, key, typed = {} }: { id: string; key: string; typed?: Answers },
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
  return {
    entry,
    transition,
    questions,
    askable: askable(context, loaded, entry, key),
    values: writeFields(fields, known, '', { timeZone }),
    offers: await offersFor(context, loaded.collection, fields),
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

/** The entries that each reference may name, among those the actor may list; none when they may list none. */
export async function offersFor(
  context: Context,
  collection: CollectionRef,
  fields: Readonly<Record<string, Field>>,
): Promise<Record<string, OfferedEntry[]>> {
  const references = Object.entries(fields).flatMap(([key, field]) =>
    field.type === 'reference' || field.type === 'references' ? [{ key, field }] : [],
  )
  const offers = await Promise.all(
    references.map(async ({ key, field }) => {
      const target = collectionRef(field.to, solutionOf(collection))
      return [key, await entriesOf(context, target)] as const
    }),
  )
  return Object.fromEntries(offers)
}

async function entriesOf(context: Context, collection: CollectionRef): Promise<OfferedEntry[]> {
  try {
    const where = await offeredToday(context, collection)
    const { rows } = await listEntries(context, { collection, where, sort: 'title', limit: mostOffered })
    return rows.map(({ id, title }) => ({ id, label: title }))
  } catch (error) {
    // Nothing to choose from, rather than no form: the check says what is missing.
    if (isProblem(error, 'not-allowed') || isProblem(error, 'sign-in-required')) return []
    throw error
  }
}
