// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { randomToken } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { loadEntry, type LoadedEntry } from '../entries/index.ts'
import { eventActor, recordEvents } from '../events/index.ts'
import { insertLinks, type NewLinkRow } from './links.queries.ts'
import { purposeOf } from './purpose-of.ts'

export type NewLink = {
  /** `solution.purpose`. */
  readonly purpose: string
  readonly entryId: string
  /** The mailbox it is sent to, and to which alone it can be renewed. */
  readonly email: string
  readonly name: string
}

export type MadeLink = { readonly id: string; readonly url: string; readonly expiresAt: Date }

const dayMs = 86_400_000

/**
 * Makes a link that lets its bearer do, on one entry, what its purpose grants, for as long as the purpose says.
 *
 * The address holds 32 random bytes and is known from this answer only: the database keeps their digest. To be put in
 * a mail written in the same transaction.
 *
 * @throws Error when the entry is gone or its solution has no such purpose: definitions were checked before
 */
export async function makeLink(
  tx: Tx,
  context: Context,
  link: NewLink,
  { replaces }: { replaces?: string } = {},
): Promise<MadeLink> {
  const entry = await loadEntry(tx, actingAs(context, system), link.entryId)
  if (!entry) throw new Error(`no link can be made on entry ${link.entryId}: it is gone`)
  const made = await makeLinks(tx, [{ ...link, context, entry, ...(replaces !== undefined && { replaces }) }])
  const [only] = made
  if (!only) throw new Error('a link was not made')
  return only
}

/** A link on an entry that the caller has at hand. */
export type NewLinkOn = Omit<NewLink, 'entryId'> & {
  readonly context: Context
  readonly entry: LoadedEntry
  readonly replaces?: string
}

/** The same for many links at once, in a few statements. Answers in the order asked. */
export async function makeLinks(tx: Tx, links: readonly NewLinkOn[]): Promise<MadeLink[]> {
  const written = links.map(newRow)
  await insertLinks(
    tx,
    written.map(({ row }) => row),
  )
  await recordEvents(
    tx,
    links.map(({ context, entry, purpose, replaces }, at) => {
      const about = { id: entry.id, collection: entry.collection }
      const linkId = written[at]?.made.id ?? ''
      return replaces === undefined
        ? { context, kind: 'link.made', entry: about, payload: { linkId, purpose } }
        : { context, kind: 'link.renewed', entry: about, payload: { linkId, purpose, replaces } }
    }),
  )
  return written.map(({ made }) => made)
}

function newRow({ context, entry, purpose, email, name, replaces }: NewLinkOn): {
  row: NewLinkRow
  made: MadeLink
} {
  const lifetimeDays = purposeOf(entry, purpose)?.lifetimeDays
  if (lifetimeDays === undefined) throw new Error(`entry ${entry.id} has no links of purpose ${purpose}`)
  const token = randomToken(32)
  const id = context.ids.next()
  const createdAt = context.clock.now()
  const expiresAt = new Date(createdAt.getTime() + lifetimeDays * dayMs)
  const maker = eventActor(context.actor)
  const row = {
    id,
    token_hash: tokenHash(token),
    purpose,
    entry_id: entry.id,
    email,
    name,
    made_by_kind: maker.kind,
    made_by_id: maker.id,
    made_by_name: maker.name,
    created_at: createdAt,
    expires_at: expiresAt,
    replaces: replaces ?? null,
  }
  return { row, made: { id, url: `${context.tenant.publicUrl}/lien/${token}`, expiresAt } }
}
