// SPDX-License-Identifier: MIT
import {
  type Action,
  action as actionSchema,
  type CollectionRef,
  collectionOf,
  explain,
  explanationInWords,
  formatDate,
  leavesAsked,
  type RightsScope,
  solutionOf,
} from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { getEntry, holdingConditions, type LoadedEntry, readableTitles } from '../entries/index.ts'
import { actorOf, directoryOf } from '../people/index.ts'
import { trueSince } from './true-since.ts'

export type ExplainAccess = {
  readonly entryId: string
  readonly personId: string
  /** `read`, `edit`, `transition:accept`… */
  readonly action: string
  /** Asks of one field too: read, or written by the action. */
  readonly field?: string | undefined
}

export type AccessExplained = {
  readonly may: boolean
  /** « Oui : rôle « Agent » depuis le 3 mars 2025, règle 12. » */
  readonly sentence: string
  /** `YYYY-MM-DD`, when it is known. */
  readonly since: string | null
}

/**
 * Why somebody may or may not do something on an entry, in the reader's words: the rule and since when, or what is
 * missing under the nearest one. Of the person as a whole: all their roles, whatever they chose to act as.
 *
 * @throws Problem `not-found` for an entry or a person that the reader may not read; `not-allowed` without the right
 *   `explain`; `malformed-request` for an action that is none; `unknown-field`
 */
export async function explainAccess(context: Context, request: ExplainAccess): Promise<AccessExplained> {
  const entry = await explainable(context, request.entryId)
  const action = actionNamed(request.action)
  const { field } = request
  if (field !== undefined && !Object.hasOwn(entry.definition.fields, field))
    throw problem('unknown-field', { field })
  const { person } = await directoryOf(context)
  const known = await readableTitles(context, person.ref, [request.personId])
  const subject = known.size > 0 ? await actorOf(context, request.personId) : undefined
  if (!subject) throw problem('not-found')

  const definitions = await definitionsOf(context)
  const solution = definitions.solutions.get(solutionOf(entry.collection))?.solution
  if (!solution) throw new Error(`${entry.collection} is not installed`)
  const asked = { solution, collection: collectionOf(entry.collection), actor: subject, action, field }
  const leaves = leavesAsked(asked)
  const held = await holdingConditions(context.db, actingAs(context, subject), entry, leaves)
  const truths = new Set([...held].map((leaf) => JSON.stringify(leaf)))
  const explanation = explain({ ...asked, truth: (leaf) => truths.has(JSON.stringify(leaf)) })
  const since = explanation.may
    ? await trueSince(context, entry, explanation.because.grant, subject.personId)
    : undefined
  const { locale } = context.actor
  const words = since === undefined ? undefined : formatDate(since, locale)
  return {
    may: explanation.may,
    sentence: explanationInWords(explanation, await wordsFor(context, entry), words),
    since: since ?? null,
  }
}

/** An entry of which the actor may ask why. */
export async function explainable(context: Context, entryId: string): Promise<LoadedEntry> {
  const entry = await getEntry(context.db, context, entryId)
  if (!entry.may('explain')) throw problem('not-allowed')
  return entry
}

/** How rules on an entry are said to the reader. */
export async function wordsFor(context: Context, entry: { collection: CollectionRef }): Promise<RightsScope> {
  const { solutions, model } = await definitionsOf(context)
  const solution = solutions.get(solutionOf(entry.collection))?.solution
  if (!solution) throw new Error(`${entry.collection} is not installed`)
  return { solution, collection: collectionOf(entry.collection), locale: context.actor.locale, model }
}

function actionNamed(name: string): Action {
  const read = actionSchema.safeParse(name)
  if (!read.success) throw problem('malformed-request', { path: 'action' })
  return read.data
}
