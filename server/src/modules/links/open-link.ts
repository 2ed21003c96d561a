// SPDX-License-Identifier: MIT
import type { Actor, CollectionRef, LinkPurpose } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { recordEvent } from '../events/index.ts'
import { linkCookie, linkPath, linkTokenOf } from './link-session.ts'
import { countOpening, linkByToken, type LinkRow } from './links.queries.ts'
import { purposeOn } from './purpose-of.ts'

export type LinkActor = Extract<Actor, { kind: 'link' }>

/** What a link that works gives. */
export type OpenedLink = {
  readonly ok: true
  /** Acts with the grants of the purpose, on that entry only. */
  readonly actor: LinkActor
  readonly entryId: string
  readonly collection: CollectionRef
  readonly opens: LinkPurpose['opens']
  /** Whether the purpose lets its bearer list what else the same holder was sent. */
  readonly overview: boolean
  /** The field whose words open the page, when the purpose names one. */
  readonly word: string | null
  readonly link: {
    readonly id: string
    readonly expiresAt: Date
    readonly path: string
    /** Before this time. */
    readonly openedCount: number
  }
}

export type RefusedLink = {
  readonly ok: false
  readonly reason: 'expired' | 'revoked' | 'unknown'
  /** Whether its page may offer a new one, sent to the mailbox it was made for. */
  readonly renewable: boolean
}

/**
 * Opens a link from its address: logs the opening and starts a session of this link, beside those of other links and
 * of an account. Answer with the cookie and a redirection to `link.path`, so that the token leaves the address bar.
 */
export async function openLink(
  context: Context,
  token: string,
): Promise<(OpenedLink & { readonly setCookie: string }) | RefusedLink> {
  const opened = await resolve(context, token)
  if (!opened.ok) return opened
  const { actor, link } = opened
  await context.db.transaction().execute(async (tx) => {
    await countOpening(tx, link.id, context.clock.now())
    await recordEvent(tx, actingAs(context, actor), {
      kind: 'link.opened',
      entry: { id: opened.entryId, collection: opened.collection },
      payload: { linkId: link.id, purpose: actor.purpose },
    })
  })
  return { ...opened, setCookie: linkCookie(context, { ...link, token }) }
}

/**
 * The link of a session begun by `openLink`, from the cookies of a request to a page under its path. Not logged as an
 * opening. A link revoked or expired meanwhile is refused here, at each page.
 */
export async function resumeLink(
  context: Context,
  { linkId, headers }: { linkId: string; headers: Headers },
): Promise<OpenedLink | RefusedLink> {
  const token = linkTokenOf(context, headers)
  if (!token) return { ok: false, reason: 'unknown', renewable: false }
  const resumed = await resolve(context, token)
  // The path decides the cookie that browsers send; a forged request could send that of another link.
  const isThatLink = resumed.ok ? resumed.link.id === linkId : true
  if (!isThatLink) return { ok: false, reason: 'unknown', renewable: false }
  return resumed
}

async function resolve(context: Context, token: string): Promise<OpenedLink | RefusedLink> {
  const row = await linkByToken(context.db, tokenHash(token))
  const found = row && (await purposeOn(context.db, context, { entryId: row.entry_id, purpose: row.purpose }))
  // An entry in the bin, or a purpose withdrawn: nothing is told of what there was.
  if (!row || !found) return { ok: false, reason: 'unknown', renewable: false }
  const refused = refusalOf(row, context.clock.now())
  if (refused) return refused
  return {
    ok: true,
    actor: bearerOf(row, context),
    entryId: row.entry_id,
    collection: found.entry.collection,
    opens: found.purpose.opens,
    overview: found.purpose.overview === true,
    word: found.purpose.word ?? null,
    link: {
      id: row.id,
      expiresAt: row.expires_at,
      path: linkPath(row.id),
      openedCount: row.opened_count,
    },
  }
}

/** A link that was renewed is renewable again: the mail that carried the new one may be lost. */
export function refusalOf(row: LinkRow, now: Date): RefusedLink | undefined {
  if (row.revoked_at) return { ok: false, reason: 'revoked', renewable: row.revoked_reason === renewed }
  if (row.expires_at <= now) return { ok: false, reason: 'expired', renewable: true }
  return undefined
}

/** Reason under which a link is revoked when its bearer was sent another. */
export const renewed = 'renewed'

/** Whoever holds the link, named as it was sent. */
export function bearerOf(row: LinkRow, context: Context): LinkActor {
  const { id: linkId, purpose, entry_id: entryId, email, name } = row
  return { kind: 'link', linkId, purpose, entryId, email, name, locale: context.actor.locale }
}
