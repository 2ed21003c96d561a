// SPDX-License-Identifier: MIT
import { type FormValues, visibleItems } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { computedWords } from './computed-words.ts'
import { saveDraft } from './drafts.queries.ts'
import { expiryFrom, openDraft } from './open-draft.ts'
import { decidePage, stillDone } from './page-answers.ts'
import { shownPage } from './page-view.ts'
import { withOwnFiles } from './own-files.ts'
import { hasUnplaced } from './place-addresses.ts'
import { typedValues } from './typed-values.ts'
import type { Visitor } from './visitor.ts'

export type KeepPage = { readonly draftId: string; readonly page: string; readonly form: FormValues }

/** What a page that is still being filled in has to be told. */
export type PageKept = {
  readonly savedAt: Date
  /** Keys of the questions that these answers show, in order. */
  readonly shown: readonly string[]
  /** What the computed fields say, by key. */
  readonly computed: Readonly<Record<string, string>>
}

/**
 * Keeps what is typed on a page while it is being typed, right or wrong, and tells nothing of what is wrong: that is
 * for when the applicant goes on. A page that was done stays so as long as all on it is right.
 *
 * @throws Problem `not-found`; `procedure-closed`; `too-large`
 */
export async function keepPage(context: Context, visitor: Visitor, request: KeepPage): Promise<PageKept> {
  return context.db.transaction().execute(async (tx) => {
    const open = await openDraft(tx, context, visitor, request.draftId, { forUpdate: true })
    const page = shownPage(open, request.page)
    const { values } = await withOwnFiles(tx, open, page, typedValues(page, request.form))
    const { answers, problems, appeared } = decidePage(open, page, values)
    const isRight = problems.length === 0 && appeared.length === 0 && !hasUnplaced(open, page, values)
    const wasDone = open.draft.donePages.includes(page.key)
    const { [page.key]: former, ...others } = open.draft.typed
    const done = stillDone(open, answers)
    const at = context.clock.now()
    await saveDraft(tx, open.draft.id, {
      answers,
      typed:
        isRight && wasDone
          ? others
          : { ...others, [page.key]: { values, checked: former?.checked === true } },
      donePages: isRight ? done : done.filter((key) => key !== page.key),
      at,
      expiresAt: expiryFrom(at),
    })
    const known = { ...open.installed.procedure.presets, ...answers }
    return {
      savedAt: at,
      shown: visibleItems(open.installed.form, page.key, open.scope, known).map(({ field }) => field),
      computed: computedWords(context, open, page, known),
    }
  })
}
