// SPDX-License-Identifier: MIT
import { inLocale, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { loadEntry } from '../entries/index.ts'
import { getDraft, withProcedure } from './open-draft.ts'
import type { Visitor } from './visitor.ts'

/** What the confirmation says. */
export type FiledView = {
  readonly entryId: string
  readonly number: string | null
  readonly filedAt: Date
  readonly procedure: { readonly key: string; readonly title: string }
  /** Usual days to the answer. */
  readonly answerDays: number | null
  /** Mailbox to which the receipt goes; null when the form does not ask for it. */
  readonly email: string | null
}

/**
 * How long the browser that filed a request may still see where its answer goes: long enough to read the
 * confirmation, short enough for the next person at a shared computer to learn nothing.
 */
const confirmationMs = 60 * 60_000

/**
 * The confirmation of a filed draft, for whoever filed it.
 *
 * @throws Problem `not-found` when it is not filed, not theirs, or no longer to be confirmed
 */
export async function filedDraft(context: Context, visitor: Visitor, id: string): Promise<FiledView> {
  const draft = await getDraft(context.db, context, visitor, id)
  if (!draft.filed || context.clock.now().getTime() - draft.filed.at.getTime() > confirmationMs) {
    throw problem('not-found')
  }
  const { installed } = await withProcedure(context, draft)
  // They typed this mailbox minutes ago; the entry itself is not theirs to read without an account or a link.
  const entry = await loadEntry(context.db, actingAs(context, system), draft.filed.entryId)
  const email = entry?.values[installed.collection.contact?.email ?? '']
  return {
    entryId: draft.filed.entryId,
    number: draft.filed.number,
    filedAt: draft.filed.at,
    procedure: { key: installed.address, title: inLocale(installed.procedure.title, context.actor.locale) },
    answerDays: installed.procedure.answerDays ?? null,
    email: typeof email === 'string' ? email : null,
  }
}
