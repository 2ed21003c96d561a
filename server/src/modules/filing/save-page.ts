// SPDX-License-Identifier: MIT
import { type FieldProblem, type FormPage, type FormValues, nextPage } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { markRemoved } from '../attachments/index.ts'
import { saveDraft } from './drafts.queries.ts'
import { expiryFrom, openDraft, type OpenDraft } from './open-draft.ts'
import { decidePage, firstToDo, stillDone } from './page-answers.ts'
import { withOwnFiles } from './own-files.ts'
import { shownPage } from './page-view.ts'
import { besidesChoices, type PlacedAddresses, placeAddresses } from './place-addresses.ts'
import { type FoundProblem, type ProblemView, problemView } from './problem-view.ts'
import { afterButton, type PageButton, pressedButton, typedValues } from './typed-values.ts'
import type { Visitor } from './visitor.ts'

/** A file that was refused while the form was received: see `uploadToDraft`. */
export type RefusedFile = { readonly path: string; readonly name: string; readonly problem: FieldProblem }

export type SavePage = {
  readonly draftId: string
  readonly page: string
  /** Every name with its values, files already replaced by the ids of their attachments. */
  readonly form: FormValues
  readonly refusedFiles?: readonly RefusedFile[]
  /** The applicant came to correct this page: they go back to the check when nothing else is left to do. */
  readonly toCheck?: boolean
}

export type PageSaved =
  /** Go on to that page; null: check the answers. */
  | { readonly ok: true; readonly next: string | null }
  /** Show the page again: with problems, with questions that have appeared, or only with a line more or less. */
  | { readonly ok: false; readonly problems: readonly ProblemView[]; readonly appeared: readonly string[] }

/**
 * Stores what was typed on a page, right or wrong, and decides where to go on. What is right becomes an answer; where
 * something is wrong everything typed is kept as it was, and so it is after a button that adds or removes a line. An
 * address typed without help is placed, or has to be chosen among those it may mean.
 *
 * @throws Problem `not-found`; `procedure-closed`; `too-large` for a form that no one types
 */
export async function savePage(context: Context, visitor: Visitor, request: SavePage): Promise<PageSaved> {
  return context.db.transaction().execute(async (tx) => {
    const open = await openDraft(tx, context, visitor, request.draftId, { forUpdate: true })
    const page = shownPage(open, request.page)
    const { values, foreign } = await withOwnFiles(tx, open, page, typedValues(page, request.form))
    const button = pressedButton(open.scope.collection, request.form)
    if (button)
      return pressed(tx, context, open, page, afterButton(open.scope.collection, values, button), button)
    const placed = await placeAddresses(context, open, page, values)
    return wentOn(tx, context, open, page, placed, { ...request, foreign })
  })
}

/** A line more or less: kept as typed, with what is already right among it, and no problem told. */
async function pressed(
  tx: Tx,
  context: Context,
  open: OpenDraft,
  page: FormPage,
  values: FormValues,
  button: PageButton,
): Promise<PageSaved> {
  if (button.kind === 'remove-file') await markRemoved(tx, open.draft.id, button.id, context.clock.now())
  const { answers } = decidePage(open, page, values)
  await store(tx, context, open, {
    answers,
    typed: { ...open.draft.typed, [page.key]: { values, checked: false } },
    donePages: without(stillDone(open, answers), page.key),
  })
  return { ok: false, problems: [], appeared: [] }
}

async function wentOn(
  tx: Tx,
  context: Context,
  open: OpenDraft,
  page: FormPage,
  { values, choices, problems: unplaced }: PlacedAddresses,
  { refusedFiles = [], toCheck = false, foreign }: SavePage & { foreign: readonly FoundProblem[] },
): Promise<PageSaved> {
  const { draft, installed, scope } = open
  const { problems, appeared, answers } = decidePage(open, page, values)
  const found: FoundProblem[] = [
    ...besidesChoices(problems, choices),
    ...unplaced,
    ...foreign,
    ...refusedFiles.map(({ path, name, problem }) => ({ path, page: page.key, problem, fileName: name })),
  ]
  const others = without(stillDone(open, answers), page.key)
  const { [page.key]: _, ...typed } = draft.typed
  if (found.length > 0 || appeared.length > 0) {
    const kept = { values, checked: found.length > 0 }
    await store(tx, context, open, { answers, typed: { ...typed, [page.key]: kept }, donePages: others })
    return { ok: false, problems: found.map((one) => problemView(context, open, one)), appeared }
  }
  const donePages = [...others, page.key]
  await store(tx, context, open, { answers, typed, donePages })
  const known = { ...installed.procedure.presets, ...answers }
  const next = toCheck
    ? firstToDo({ ...open, known, draft: { ...draft, donePages } })
    : nextPage(installed.form, scope, known, page.key)
  return { ok: true, next: next?.key ?? null }
}

async function store(
  tx: Tx,
  context: Context,
  { draft }: OpenDraft,
  change: Omit<Parameters<typeof saveDraft>[2], 'at' | 'expiresAt'>,
): Promise<void> {
  const at = context.clock.now()
  await saveDraft(tx, draft.id, { ...change, at, expiresAt: expiryFrom(at) })
}

function without(keys: readonly string[], key: string): string[] {
  return keys.filter((other) => other !== key)
}
