// SPDX-License-Identifier: MIT
import {
  answersHold,
  answersToKeep,
  type Answers,
  type Field,
  fieldType,
  type FormPage,
  inLocale,
  isAsked,
  isEmpty,
  type Locale,
  type LocalizedText,
  visibleItems,
  visiblePages,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type Attachment, attachmentsOf, attachmentView } from '../attachments/index.ts'
import { referredTitles, type Titles } from '../entries/index.ts'
import { type DraftView, draftView } from './draft-view.ts'
import { openDraft, type OpenDraft } from './open-draft.ts'
import { decideForm, pageFields } from './page-answers.ts'
import { type ProblemView, problemView } from './problem-view.ts'
import { asksTheSame } from './same-questions.ts'
import type { Visitor } from './visitor.ts'

/** An answer to read again. */
export type AnswerView = {
  readonly key: string
  readonly label: string
  /** '' when nothing was answered. */
  readonly display: string
  readonly files?: readonly Attachment[]
  /** For a group: the answers of each of its items. */
  readonly items?: readonly (readonly AnswerView[])[]
}

export type ReviewedPage = {
  readonly key: string
  readonly title: string
  /** Whether the applicant has been through it. */
  readonly done: boolean
  readonly answers: readonly AnswerView[]
  readonly problems: readonly ProblemView[]
}

export type ReviewView = {
  readonly draft: DraftView
  readonly pages: readonly ReviewedPage[]
  /** Whether it may be sent as it is. */
  readonly complete: boolean
  /** Why this procedure is not for the applicant, by their answers. */
  readonly notEligible: readonly string[]
  /** Whether the questions have changed since the draft was started. */
  readonly changed: boolean
  /** The release that was read: give it to `submitDraft`. */
  readonly release: string
}

/**
 * All the answers, to read before sending, with what still stands in the way.
 *
 * @throws Problem `not-found`; `procedure-closed`
 */
export async function reviewDraft(context: Context, visitor: Visitor, id: string): Promise<ReviewView> {
  const open = await openDraft(context.db, context, visitor, id)
  const { installed, scope, known, draft } = open
  const { locale } = context.actor
  const outcome = decideForm(open)
  const problems = outcome.ok ? [] : outcome.problems
  const shown: Shown = {
    locale,
    timeZone: context.tenant.timeZone,
    files: new Map(
      (await attachmentsOf(context.db, { draftId: id })).map((file) => [file.id, attachmentView(file)]),
    ),
    titles: await referredTitles(context, installed.collectionRef, installed.collection, [known]),
  }
  const pages = visiblePages(installed.form, scope, known)
  return {
    draft: draftView(context, open),
    pages: pages.map((page) => ({
      key: page.key,
      title: inLocale(page.title, locale),
      done: draft.donePages.includes(page.key),
      answers: answersOn(open, page, shown),
      problems: problems
        .filter((found) => found.page === page.key)
        .map((found) => problemView(context, open, found)),
    })),
    complete: outcome.ok && pages.every(({ key }) => draft.donePages.includes(key)),
    notEligible: ineligibility(open).map((text) => inLocale(text, locale)),
    changed: !(await asksTheSame(context, draft.releaseId, installed)),
    release: installed.release.id,
  }
}

/** What makes the applicant not eligible: the sentences of the conditions that do not hold on what would be filed. */
export function ineligibility(open: OpenDraft): LocalizedText[] {
  const { installed, scope, known } = open
  const answers = answersToKeep(installed.form, scope, known)
  return (installed.procedure.eligibility ?? [])
    .filter(({ condition }) => !answersHold(condition, answers, scope))
    .map(({ otherwise }) => otherwise)
}

type Shown = {
  readonly locale: Locale
  readonly timeZone: string
  readonly files: ReadonlyMap<string, Attachment>
  readonly titles: Titles
}

function answersOn(open: OpenDraft, page: FormPage, shown: Shown): AnswerView[] {
  const { installed, scope, known } = open
  const fields = pageFields(open, page)
  return visibleItems(installed.form, page.key, scope, known).flatMap(({ field: key }) => {
    const field = fields[key]
    return field && isAsked(field) ? [answerView(key, field, known[key], shown)] : []
  })
}

function answerView(key: string, field: Field, value: unknown, shown: Shown): AnswerView {
  const base = { key, label: inLocale(field.label, shown.locale) }
  if (isEmpty(value)) return { ...base, display: '' }
  if (field.type === 'file' || field.type === 'files') {
    const files = listOf(value).flatMap((id) => shown.files.get(String(id)) ?? [])
    return { ...base, display: files.map(({ name }) => name).join(', '), files }
  }
  if (field.type === 'reference' || field.type === 'references') {
    return {
      ...base,
      display: listOf(value)
        .flatMap((id) => shown.titles.get(String(id)) ?? [])
        .join(', '),
    }
  }
  const { locale, timeZone } = shown
  const display = fieldType(field).display(value, field, locale, { timeZone })
  if (field.type !== 'group') return { ...base, display }
  // Checked by the group's type: a list of records.
  const items = (value as readonly Answers[]).map((item) =>
    Object.entries(field.fields)
      .filter(([, member]) => isAsked(member))
      .map(([memberKey, member]) => answerView(memberKey, member, item[memberKey], shown)),
  )
  return { ...base, display, items }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
