// SPDX-License-Identifier: MIT
import { type LocalizedText, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { type EventActor, recordEvent } from '../events/index.ts'
import { getEntry, isUuid, loadEntry, type LoadedEntry } from '../entries/index.ts'
import { entryOfLink, linksOfEntry, revoke } from './links.queries.ts'
import { bearerOf, type LinkActor, refusalOf } from './open-link.ts'

/** A link as those who may share the entry see it. Its address is not known any more. */
export type ListedLink = {
  readonly id: string
  readonly purpose: string
  readonly title: LocalizedText
  readonly email: string
  readonly name: string
  readonly state: 'works' | 'expired' | 'revoked'
  readonly madeBy: EventActor
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly revokedReason: string | null
  readonly lastOpenedAt: Date | null
  readonly openedCount: number
}

/** The links handed out on an entry, newest first, to whoever may share it or read its history. */
export async function listLinks(context: Context, entryId: string): Promise<ListedLink[]> {
  const entry = await getEntry(context.db, context, entryId)
  if (!entry.may('share') && !entry.may('history')) throw problem('not-allowed')
  const now = context.clock.now()
  const rows = await linksOfEntry(context.db, entryId)
  return rows.map((row) => {
    const refused = refusalOf(row, now)
    return {
      id: row.id,
      purpose: row.purpose,
      title: titleOf(entry, row.purpose),
      email: row.email,
      name: row.name,
      state: !refused ? 'works' : refused.reason === 'revoked' ? 'revoked' : 'expired',
      madeBy: { kind: row.made_by_kind, id: row.made_by_id, name: row.made_by_name },
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      revokedReason: row.revoked_reason,
      lastOpenedAt: row.last_opened_at,
      openedCount: row.opened_count,
    }
  })
}

/** Those who hold a link to the entry that opens it now, as they act. Under no right: what they may do is theirs. */
export async function bearersOf(
  context: Context,
  entryId: string,
): Promise<(LinkActor & { expiresAt: Date })[]> {
  const now = context.clock.now()
  const rows = await linksOfEntry(context.db, entryId)
  return rows
    .filter((row) => refusalOf(row, now) === undefined)
    .map((row) => ({ ...bearerOf(row, context), expiresAt: row.expires_at }))
}

/** Stops one link at once, for whoever may share its entry. Returns whether it worked until now. */
export async function revokeLink(
  context: Context,
  { linkId, reason }: { linkId: string; reason: string },
): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    const entryId = isUuid(linkId) ? await entryOfLink(tx, linkId) : undefined
    if (!entryId) throw problem('not-found')
    const entry = await getEntry(tx, context, entryId)
    if (!entry.may('share')) throw problem('not-allowed')
    return (await revokeChosen(tx, context, entry, { id: linkId }, reason)) > 0
  })
}

/**
 * Stops the links of an entry, of one purpose or of all: the entry left the service, or is closed. For flows and other
 * modules, which have decided it. Returns how many worked until now.
 */
export async function revokeLinks(
  tx: Tx,
  context: Context,
  { entryId, purpose, reason }: { entryId: string; purpose?: string; reason: string },
): Promise<number> {
  const entry = await loadEntry(tx, actingAs(context, system), entryId)
  return entry ? revokeChosen(tx, context, entry, { entryId, purpose }, reason) : 0
}

async function revokeChosen(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  chosen: Parameters<typeof revoke>[1],
  reason: string,
): Promise<number> {
  const revoked = await revoke(tx, chosen, { at: context.clock.now(), reason })
  for (const { id: linkId, purpose } of revoked) {
    await recordEvent(tx, context, {
      kind: 'link.revoked',
      entry: { id: entry.id, collection: entry.collection },
      payload: { linkId, purpose, reason },
    })
  }
  return revoked.length
}

function titleOf({ release }: LoadedEntry, purpose: string): LocalizedText {
  const title = release.solution.links?.[purpose.slice(purpose.indexOf('.') + 1)]?.title
  return title ?? { fr: purpose, en: purpose }
}
