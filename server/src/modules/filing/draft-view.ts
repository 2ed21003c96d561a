// SPDX-License-Identifier: MIT
import { inLocale, visiblePages } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Draft } from './draft.ts'
import { draftsOf } from './drafts.queries.ts'
import { getDraft, holderOf, type OpenDraft, withProcedure } from './open-draft.ts'
import { firstToDo } from './page-answers.ts'
import type { Visitor } from './visitor.ts'

/** A step of the form: a page that these answers show. */
export type DraftStep = { readonly key: string; readonly title: string; readonly done: boolean }

/** A draft as its holder sees it, in their language. */
export type DraftView = {
  readonly id: string
  /** `key` is what the address of the procedure's sheet is made of. */
  readonly procedure: { readonly key: string; readonly title: string; readonly theme: string }
  readonly steps: readonly DraftStep[]
  /** Page to go on with; null when only the check is left. */
  readonly resume: string | null
  readonly startedAt: Date
  readonly savedAt: Date
  /** When it is deleted if nothing changes. */
  readonly expiresAt: Date
  /** The request it became. Its answers are no longer here. */
  readonly filed: Draft['filed']
  /** For whom an agent fills it in. */
  readonly filedFor: Draft['filedFor']
}

/**
 * A draft of the actor or of this browser, filed ones too: a filed draft leads to its confirmation.
 *
 * @throws Problem `not-found`; `procedure-closed` when its procedure is not offered any more
 */
export async function draftOf(context: Context, visitor: Visitor, id: string): Promise<DraftView> {
  return draftView(context, await withProcedure(context, await getDraft(context.db, context, visitor, id)))
}

const mostDrafts = 50

/** The drafts to go on with, last changed first. Those whose procedure is not offered any more are left out. */
export async function listDrafts(context: Context, visitor: Visitor): Promise<DraftView[]> {
  const holder = holderOf(context, visitor)
  if (holder.personId === null && holder.visitorHash === null) return []
  const drafts = await draftsOf(context.db, holder, context.clock.now(), mostDrafts)
  const opened = await Promise.all(
    drafts.map((draft) => withProcedure(context, draft).catch(() => undefined)),
  )
  return opened.filter((open) => open !== undefined).map((open) => draftView(context, open))
}

export function draftView(context: Context, open: OpenDraft): DraftView {
  const { draft, installed, scope, known } = open
  const { locale } = context.actor
  return {
    id: draft.id,
    procedure: {
      key: installed.address,
      title: inLocale(installed.procedure.title, locale),
      theme: installed.procedure.theme,
    },
    steps: visiblePages(installed.form, scope, known).map(({ key, title }) => ({
      key,
      title: inLocale(title, locale),
      done: draft.donePages.includes(key),
    })),
    resume: firstToDo(open)?.key ?? null,
    startedAt: draft.createdAt,
    savedAt: draft.updatedAt,
    expiresAt: draft.expiresAt,
    filed: draft.filed,
    filedFor: draft.filedFor,
  }
}
