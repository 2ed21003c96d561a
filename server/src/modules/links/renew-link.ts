// SPDX-License-Identifier: MIT
import { inLocale, type LinkPurpose } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { tokenHash } from '../../platform/secrets.ts'
import type { LoadedEntry } from '../entries/index.ts'
import { linkByToken, type LinkRow, lockHolder, renewalsSince, revoke } from './links.queries.ts'
import { makeLink } from './make-link.ts'
import { linkMessages } from './messages.ts'
import { bearerOf, refusalOf, renewed } from './open-link.ts'
import { purposeOn } from './purpose-of.ts'

/** A mail that carries a new link, before its lay-out. */
export type LinkMail = {
  readonly key: string
  readonly to: { readonly email: string; readonly name: string }
  readonly locale: 'fr' | 'en'
  readonly subject: string
  /** Paragraphs separated by an empty line, as in the templates of mails. */
  readonly body: string
  readonly button: { readonly label: string; readonly url: string }
  readonly expiresAt: Date
  readonly entry: Pick<LoadedEntry, 'id' | 'collection'>
}

/** Queues the mail in the caller's transaction. */
export type SendLinkMail = (tx: Tx, mail: LinkMail) => Promise<unknown>

/** Between two mails to the same holder, and how many in a day: the button is public to whoever has an old link. */
const quietMs = 10 * 60_000
const dailyMax = 5
const dayMs = 86_400_000

/**
 * Asks for a new link from the page of one that has expired. It goes to the mailbox of the old one and is never shown:
 * an old link found in a history or a bin is worth nothing without that mailbox.
 *
 * Answers nothing, whatever happened: sent, unknown, revoked by the body, still good, or asked again too soon. Links
 * sent meanwhile keep working, so that who holds an old one cannot keep ending those of its owner.
 */
export async function renewLink(context: Context, token: string, sendMail: SendLinkMail): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const row = await linkByToken(tx, tokenHash(token))
    if (!row || refusalOf(row, context.clock.now())?.renewable !== true) return
    const found = await purposeOn(tx, context, { entryId: row.entry_id, purpose: row.purpose })
    if (!found) return
    await lockHolder(tx, row)
    if (await wasSentEnough(tx, context, row)) return
    await sendNew(tx, context, { row, ...found }, sendMail)
  })
}

type Renewal = { row: LinkRow; entry: LoadedEntry; purpose: LinkPurpose; beside?: boolean }

/** Whether this holder was sent links on demand just now, or often enough today. */
export async function wasSentEnough(tx: Tx, context: Context, row: LinkRow): Promise<boolean> {
  const now = context.clock.now().getTime()
  const [last, ...others] = await renewalsSince(tx, row, new Date(now - dayMs))
  if (!last) return false
  return last.getTime() > now - quietMs || others.length + 1 >= dailyMax
}

/** Makes a link in place of that one and queues its mail, to the same mailbox. `beside`: the old one still works. */
export async function sendNew(
  tx: Tx,
  context: Context,
  { row, entry, purpose, beside = false }: Renewal,
  sendMail: SendLinkMail,
): Promise<void> {
  const at = context.clock.now()
  if (!beside) await revoke(tx, { id: row.id }, { at, reason: renewed })
  const made = await makeLink(
    tx,
    actingAs(context, bearerOf(row, context)),
    { purpose: row.purpose, entryId: row.entry_id, email: row.email, name: row.name },
    { replaces: row.id },
  )
  const { locale } = context.actor
  const texts = linkMessages[locale]
  await sendMail(tx, {
    key: `link:${made.id}`,
    to: { email: row.email, name: row.name },
    locale,
    subject: texts.subject(entry.number),
    body: texts.body({
      body: context.tenant.name,
      purpose: inLocale(purpose.title, locale),
      number: entry.number,
    }),
    button: { label: texts.button, url: made.url },
    expiresAt: made.expiresAt,
    entry: { id: entry.id, collection: entry.collection },
  })
}
