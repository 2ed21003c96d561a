// SPDX-License-Identifier: MIT
import { type FieldProblem, fieldProblemText, fieldType, inLocale, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { randomToken } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { composeLetter, queueMail } from '../notifications/index.ts'
import { addHolder, draftLinkByToken, insertDraftLink, linksMadeTo } from './draft-links.queries.ts'
import type { Draft } from './draft.ts'
import { draftById } from './drafts.queries.ts'
import { filingMessages } from './messages.ts'
import { getDraft, withProcedure } from './open-draft.ts'
import { type Visitor, visitorHash } from './visitor.ts'

/** How long a link opens its draft. The draft itself is kept for as long as it is worked on. */
const lifetimeDays = 15
/** Mails of this kind to one mailbox in an hour: the address is typed by whoever fills in the form. */
const hourlyMax = 4
const hourMs = 3_600_000

export type DraftLinkSent =
  | { readonly ok: true; readonly email: string }
  /** The sentence is for the field of the address. */
  | { readonly ok: false; readonly text: string }

/**
 * Sends a link by which a draft is resumed on another device, without an account. To somebody's own account it leads
 * to the sign-in: their draft stays theirs.
 *
 * Says nothing of a mailbox that has received enough of them: whether others asked is not told.
 *
 * @throws Problem `not-found` for a draft that is not theirs, or filed; `procedure-closed`
 */
export async function sendDraftLink(
  context: Context,
  visitor: Visitor,
  { draftId, email: typed }: { draftId: string; email: string },
): Promise<DraftLinkSent> {
  const checked = fieldType(mailbox).check(typed, mailbox)
  if (!checked.ok || typeof checked.value !== 'string') {
    const why: FieldProblem = checked.ok ? { code: 'email' } : checked.problems[0].problem
    return { ok: false, text: fieldProblemText(why, context.actor.locale) }
  }
  const email = checked.value
  await context.db.transaction().execute(async (tx) => {
    const draft = await getDraft(tx, context, visitor, draftId)
    if (draft.filed) throw problem('not-found')
    await mailLink(tx, context, draft, email)
  })
  return { ok: true, email }
}

const mailbox = { type: 'email', label: { fr: '', en: '' } } as const

export type OpenedDraftLink =
  /** This browser opens the draft from now on. */
  | { readonly kind: 'opened'; readonly draftId: string }
  /** The draft belongs to an account: its holder signs in. */
  | { readonly kind: 'owned'; readonly draftId: string }
  | { readonly kind: 'filed' }
  | { readonly kind: 'expired' }

/** Opens a link that was mailed. @throws Problem `not-found` when it is unknown or its draft is gone */
export async function openDraftLink(
  context: Context,
  visitor: Visitor,
  token: string,
): Promise<OpenedDraftLink> {
  const link = await draftLinkByToken(context.db, tokenHash(token))
  const now = context.clock.now()
  if (!link || link.draft_expires_at <= now) throw problem('not-found')
  if (link.filed_at !== null) return { kind: 'filed' }
  if (link.expires_at <= now) return { kind: 'expired' }
  if (link.owner_id !== null) return { kind: 'owned', draftId: link.draft_id }
  const hash = visitorHash(visitor)
  if (hash === null) throw problem('malformed-request', {})
  await addHolder(context.db, link.draft_id, hash)
  return { kind: 'opened', draftId: link.draft_id }
}

/**
 * Asks for a new link from the page of one that has expired: to the mailbox of the old one, and never shown. Answers
 * nothing, whatever happened.
 */
export async function renewDraftLink(context: Context, token: string): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const link = await draftLinkByToken(tx, tokenHash(token))
    const now = context.clock.now()
    if (!link || link.filed_at !== null || link.draft_expires_at <= now || link.expires_at > now) return
    const draft = await draftById(tx, link.draft_id)
    if (draft) await mailLink(tx, context, draft, link.email)
  })
}

/** Makes a link and queues its mail, in one transaction; nothing when that mailbox has received enough. */
async function mailLink(tx: Tx, context: Context, draft: Draft, email: string): Promise<void> {
  const at = context.clock.now()
  if ((await linksMadeTo(tx, email, new Date(at.getTime() - hourMs))) >= hourlyMax) return
  const { installed } = await withProcedure(context, draft)
  const token = randomToken(32)
  const id = context.ids.next()
  const expiresAt = new Date(at.getTime() + lifetimeDays * 86_400_000)
  await insertDraftLink(tx, {
    id,
    draft_id: draft.id,
    token_hash: tokenHash(token),
    email,
    created_at: at,
    expires_at: expiresAt,
  })
  const { locale } = context.actor
  const texts = filingMessages(locale).resume
  const title = inLocale(installed.procedure.title, locale)
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: context.tenant.timeZone })
  await queueMail(tx, actingAs(context, system), {
    key: `draft:${id}`,
    to: { email },
    template: 'draft.resume',
    ...composeLetter(context.tenant, {
      locale,
      subject: texts.subject(title),
      body: texts.body({ title, body: context.tenant.name, until: until.format(expiresAt) }),
      button: { label: texts.button, url: `${context.tenant.publicUrl}/reprendre/${token}` },
    }),
  })
}
