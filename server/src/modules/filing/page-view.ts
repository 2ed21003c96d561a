// SPDX-License-Identifier: MIT
import { isDeepStrictEqual } from 'node:util'
import {
  collectionRef,
  type Field,
  type FormPage,
  type FormValues,
  inLocale,
  previousPage,
  solutionOf,
  visibleItems,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem, problem } from '../../platform/http/problems.ts'
import { type Attachment, attachmentsOf, attachmentView } from '../attachments/index.ts'
import { listEntries, type ReferredView } from '../entries/index.ts'
import { type DraftView, draftView } from './draft-view.ts'
import { openDraft, type OpenDraft } from './open-draft.ts'
import { computedWords } from './computed-words.ts'
import { decidePage, pageFields, pageValues } from './page-answers.ts'
import { type AddressChoices, besidesChoices, placeAddresses } from './place-addresses.ts'
import { type ProblemView, problemView } from './problem-view.ts'
import type { Origin } from './suggest-answers.ts'
import type { Visitor } from './visitor.ts'

/** A question of a page, as this form asks it. */
export type QuestionView = {
  readonly key: string
  /** Label, help and demand are those of the form. */
  readonly field: Field
  /** For references: what may be chosen. */
  readonly options?: readonly ReferredView[]
  /** Where the answer shown was taken from, until it is changed. */
  readonly origin?: Origin
}

/** A page of a draft, ready to be shown in a native form. */
export type PageView = {
  readonly draft: DraftView
  readonly key: string
  readonly title: string
  readonly intro: string | null
  readonly help: { readonly title: string; readonly body: string } | null
  readonly questions: readonly QuestionView[]
  /** What the inputs hold, by name: exactly what was typed where something is wrong. */
  readonly values: FormValues
  /** What is wrong with what was typed last time; none on a page that was never sent. */
  readonly problems: readonly ProblemView[]
  /** The files that the inputs name. */
  readonly files: readonly Attachment[]
  /** Addresses to choose among, by the path of their question. */
  readonly addresses: AddressChoices
  /** What the computed fields say for now, by key. */
  readonly computed: Readonly<Record<string, string>>
  /** Key of the page before; null on the first one. */
  readonly previous: string | null
}

/**
 * One page of a draft.
 *
 * @throws Problem `not-found` for a draft that is not theirs, and for a page that these answers do not show
 */
export async function draftPage(
  context: Context,
  visitor: Visitor,
  draftId: string,
  pageKey: string,
): Promise<PageView> {
  const open = await openDraft(context.db, context, visitor, draftId)
  const { installed, scope, known, draft } = open
  const { locale } = context.actor
  const page = shownPage(open, pageKey)
  const typed = draft.typed[page.key]
  const { found, addresses } = typed?.checked
    ? await whatIsWrong(context, open, page, typed.values)
    : { found: [], addresses: {} }
  return {
    draft: draftView(context, open),
    key: page.key,
    title: inLocale(page.title, locale),
    intro: page.intro ? inLocale(page.intro, locale) : null,
    help: page.help
      ? { title: inLocale(page.help.title, locale), body: inLocale(page.help.body, locale) }
      : null,
    questions: await questionViews(context, open, page),
    values: pageValues(open, page),
    problems: found.map((one) => problemView(context, open, one)),
    addresses,
    computed: computedWords(context, open, page, known),
    files: (await attachmentsOf(context.db, { draftId })).map(attachmentView),
    previous: previousPage(installed.form, scope, known, page.key)?.key ?? null,
  }
}

/** What is to be put right in what was typed, told again as it was when it was sent. */
async function whatIsWrong(context: Context, open: OpenDraft, page: FormPage, typed: FormValues) {
  const placed = await placeAddresses(context, open, page, typed)
  const { problems } = decidePage(open, page, placed.values)
  return {
    found: [...besidesChoices(problems, placed.choices), ...placed.problems],
    addresses: placed.choices,
  }
}

/** The page of that key, when these answers show it. @throws Problem `not-found` */
export function shownPage({ installed, scope, known }: OpenDraft, key: string): FormPage {
  const page = installed.form.pages.find((candidate) => candidate.key === key)
  if (!page || visibleItems(installed.form, key, scope, known).length === 0) throw problem('not-found')
  return page
}

async function questionViews(context: Context, open: OpenDraft, page: FormPage): Promise<QuestionView[]> {
  const { installed, scope, known } = open
  const fields = pageFields(open, page)
  const shown = visibleItems(installed.form, page.key, scope, known)
  return Promise.all(
    shown.flatMap(({ field: key }) => {
      const field = fields[key]
      return field ? [questionView(context, open, key, field)] : []
    }),
  )
}

async function questionView(
  context: Context,
  open: OpenDraft,
  key: string,
  field: Field,
): Promise<QuestionView> {
  const question = { key, field, ...originOf(open, key) }
  if (field.type !== 'reference' && field.type !== 'references') return question
  const collection = collectionRef(field.to, solutionOf(open.installed.collectionRef))
  return { ...question, options: await choicesOf(context, collection) }
}

/** Where an answer was taken from, as long as nobody has changed it. */
function originOf({ draft }: OpenDraft, key: string): Pick<QuestionView, 'origin'> {
  const suggested = Object.hasOwn(draft.suggested, key) ? draft.suggested[key] : undefined
  if (!suggested || !isDeepStrictEqual(draft.answers[key], suggested.value)) return {}
  const { from, at, number } = suggested
  return { origin: { from, at, number } }
}

const mostChoices = 200

/** What the actor may list of a collection; nothing when they may not list it at all. */
async function choicesOf(
  context: Context,
  collection: ReturnType<typeof collectionRef>,
): Promise<ReferredView[]> {
  try {
    const { rows } = await listEntries(context, { collection, sort: 'title', limit: mostChoices })
    return rows.map(({ id, title }) => ({ id, title }))
  } catch (error) {
    if (isProblem(error, 'sign-in-required') || isProblem(error, 'not-allowed')) return []
    throw error
  }
}
