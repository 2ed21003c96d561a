// SPDX-License-Identifier: MIT
import { fieldType, inLocale, isEmpty, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import type { InstalledProcedure } from '../catalogue/index.ts'
import { loadEntry } from '../entries/index.ts'
import { makeLink } from '../links/index.ts'
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
  /** An agent filed it for somebody. */
  readonly isForSomeone: boolean
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
  const { filed, installed, contact, forSomeone } = await toConfirm(context, visitor, id)
  return {
    entryId: filed.entryId,
    number: filed.number,
    filedAt: filed.at,
    procedure: {
      key: installed.address,
      title: inLocale(installed.procedure.title, context.actor.locale),
    },
    answerDays: installed.procedure.answerDays ?? null,
    email: contact.email,
    isForSomeone: forSomeone,
  }
}

/**
 * A link to follow the request from its confirmation, without waiting for the mail: the same capability that its
 * receipt carries. Made when it is asked for, since a confirmation is read more often than followed.
 *
 * @returns its address; null when the solution has no such link or the form asks for no mailbox
 * @throws Problem `not-found` as `filedDraft`
 */
export async function followFiled(context: Context, visitor: Visitor, id: string): Promise<string | null> {
  const { filed, installed, contact } = await toConfirm(context, visitor, id)
  const { email, name } = contact
  const purpose = followPurpose(installed)
  if (purpose === undefined || email === null) return null
  return context.db.transaction().execute(async (tx) => {
    const link = { purpose, entryId: filed.entryId, email, name: name ?? email }
    return (await makeLink(tx, context, link)).url
  })
}

async function toConfirm(context: Context, visitor: Visitor, id: string) {
  const draft = await getDraft(context.db, context, visitor, id)
  const { filed } = draft
  if (!filed || context.clock.now().getTime() - filed.at.getTime() > confirmationMs)
    throw problem('not-found')
  const { installed } = await withProcedure(context, draft)
  const contact = await contactOf(context, installed, filed.entryId)
  return { filed, installed, contact, forSomeone: draft.filedFor !== null }
}

/** What they typed minutes ago; the entry itself is not theirs to read without an account or a link. */
async function contactOf(context: Context, { collection }: InstalledProcedure, entryId: string) {
  const entry = await loadEntry(context.db, actingAs(context, system), entryId)
  const shown = (key: string | undefined): string | null => {
    const field = key === undefined ? undefined : collection.fields[key]
    const value = key === undefined ? undefined : entry?.values[key]
    return field && !isEmpty(value) ? fieldType(field).display(value, field, context.actor.locale) : null
  }
  return { email: shown(collection.contact?.email), name: shown(collection.contact?.name) }
}

/** The purpose of the links by which an applicant follows a request of this kind: `solution.purpose`. */
function followPurpose({ release, form }: InstalledProcedure): string | undefined {
  const { solution } = release
  const granted = solution.grants.flatMap(({ who, on }) =>
    who.kind === 'link' && on === form.collection ? [who.purpose] : [],
  )
  const purpose = granted.find((key) => solution.links?.[key]?.opens === 'request')
  return purpose === undefined ? undefined : `${solution.key}.${purpose}`
}
