// SPDX-License-Identifier: MIT
import {
  type Answers,
  collectionRef,
  type CollectionRef,
  type Field,
  fieldOnForm,
  type FormValues,
  placedItems,
  solutionOf,
  writeFields,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem, problem } from '../../platform/http/problems.ts'
import { momentOf } from '../../platform/local-day.ts'
import { getEntry, listEntries, type LoadedEntry, presentEntry } from '../entries/index.ts'
import type { EntryView, TransitionView } from '../entries/index.ts'

/** An entry that a reference may name. */
export type OfferedEntry = { readonly id: string; readonly label: string }

/** A transition as it is asked: its questions with the words of its form, and what is known already. */
export type TransitionForm = {
  readonly entry: EntryView
  readonly transition: TransitionView
  /** Questions shown for these answers, in order. */
  readonly questions: readonly { readonly key: string; readonly field: Field }[]
  /** What their inputs show. */
  readonly values: FormValues
  /** By key of the reference. */
  readonly offers: Readonly<Record<string, readonly OfferedEntry[]>>
}

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
  const questions = questionsOf(context, loaded, transition, typed)
  const fields = Object.fromEntries(questions.map(({ key, field }) => [key, field]))
  const known = Object.fromEntries(entry.fields.map(({ key, value }) => [key, value]))
  const { timeZone } = context.tenant
  return {
    entry,
    transition,
    questions,
    values: writeFields(fields, known, '', { timeZone }),
    offers: await offersFor(context, loaded.collection, fields),
  }
}

function refusalOf({ definition }: LoadedEntry, key: string): string {
  return Object.hasOwn(definition.lifecycle?.transitions ?? {}, key) ? 'wrong-state' : 'unknown-transition'
}

function questionsOf(context: Context, entry: LoadedEntry, { form: key }: TransitionView, typed: Answers) {
  const form = key === null ? undefined : entry.release.solution.forms[key]
  if (!form) return []
  const { now, today } = momentOf(context.clock.now(), context.tenant.timeZone)
  const scope = { collection: entry.definition, today, now, timeZone: context.tenant.timeZone }
  return placedItems(form, scope, { ...entry.values, ...typed }).flatMap(({ item }) => {
    const field = fieldOnForm(entry.definition, item)
    return field ? [{ key: item.field, field }] : []
  })
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
    const { rows } = await listEntries(context, { collection, sort: 'title', limit: mostOffered })
    return rows.map(({ id, title }) => ({ id, label: title }))
  } catch (error) {
    // Nothing to choose from, rather than no form: the check says what is missing.
    if (isProblem(error, 'not-allowed') || isProblem(error, 'sign-in-required')) return []
    throw error
  }
}
