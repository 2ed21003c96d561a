// SPDX-License-Identifier: MIT
import { collectionOf, columnName, solutionOf, tableName } from '@guichet/engine'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { stateView, type StateView } from '../entries/index.ts'
import { linkById, lockHolder } from './links.queries.ts'
import { linkPath } from './link-session.ts'
import type { OpenedLink } from './open-link.ts'
import { purposeOn } from './purpose-of.ts'
import { sendNew, type SendLinkMail, wasSentEnough } from './renew-link.ts'

/** An entry as the list of a holder shows it: nothing of its answers. */
export type OverviewEntry = {
  /** The last link on it that was sent to this mailbox and works. */
  readonly linkId: string
  readonly path: string
  readonly number: string | null
  readonly title: string
  readonly state: StateView | null
  readonly filedAt: Date
  readonly heldSince: Date
  /** The one that the list was opened from. */
  readonly isThisOne: boolean
}

/** Shown at most: more than a service handles by mail. */
const mostListed = 200

/**
 * What the holder of the link's entry has now, oldest first: open entries that the same body holds and of which this
 * very mailbox was sent a link of the same purpose that works. So the list tells its bearer nothing that mails have not
 * told that mailbox; a link passed on to a colleague opens its own entry and no other.
 *
 * @throws Problem `not-allowed` when the purpose of the link does not give it
 */
export async function linkOverview(context: Context, opened: OpenedLink): Promise<OverviewEntry[]> {
  if (!opened.overview) throw problem('not-allowed')
  const definition = (await definitionsOf(context)).solutions.get(solutionOf(opened.collection))?.solution
    .collections[collectionOf(opened.collection)]
  if (!definition?.heldBy) return []
  const rows = await heldRows(context.db, opened, { heldBy: definition.heldBy, now: context.clock.now() })
  return rows.map((row) => ({
    linkId: row.link_id,
    path: linkPath(row.link_id),
    number: row.number,
    title: row.title,
    state: stateView(definition, row.state, context.actor.locale),
    filedAt: row.created_at,
    heldSince: row.state_since,
    isThisOne: row.id === opened.entryId,
  }))
}

/**
 * Sends to the mailbox of the link another one on an entry of its list. Answers nothing, also when it was sent enough
 * already; the links sent before still work.
 *
 * @throws Problem `not-found` for a link that is not in the list
 */
export async function sendFromOverview(
  context: Context,
  opened: OpenedLink,
  linkId: string,
  sendMail: SendLinkMail,
): Promise<void> {
  const listed = (await linkOverview(context, opened)).some((entry) => entry.linkId === linkId)
  if (!listed) throw problem('not-found')
  await context.db.transaction().execute(async (tx) => {
    const row = await linkById(tx, linkId)
    const found = row && (await purposeOn(tx, context, { entryId: row.entry_id, purpose: row.purpose }))
    if (!row || !found) throw problem('not-found')
    await lockHolder(tx, row)
    if (await wasSentEnough(tx, context, row)) return
    await sendNew(tx, context, { row, ...found, beside: true }, sendMail)
  })
}

type HeldRow = {
  id: string
  link_id: string
  number: string | null
  title: string
  state: string | null
  created_at: Date
  state_since: Date
}

async function heldRows(
  db: Db | Tx,
  { actor, entryId, collection }: OpenedLink,
  { heldBy, now }: { heldBy: string; now: Date },
): Promise<HeldRow[]> {
  const table = sql.id('data', tableName(collection))
  const holder = sql.id(columnName(heldBy))
  const { rows } = await sql<HeldRow>`
    select listed.* from (
      select distinct on (entry.id) entry.id, link.id as link_id, entry.number, entry.title, entry.state,
        entry.created_at, entry.state_since
      from public.access_links as link
      join public.entries as entry on entry.id = link.entry_id and entry.deleted_at is null
        and entry.closed_at is null
      join ${table} as held on held.id = entry.id
      where link.purpose = ${actor.purpose} and lower(link.email) = lower(${actor.email})
        and link.revoked_at is null and link.expires_at > ${now}
        and held.${holder} = (select own.${holder} from ${table} as own where own.id = ${entryId})
      order by entry.id, link.created_at desc, link.id desc
    ) as listed order by listed.state_since, listed.id limit ${mostListed}
  `.execute(db)
  return rows
}
