// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { randomToken } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { eventActor, recordEvent } from '../events/index.ts'
import { insertLink } from './links.queries.ts'
import { purposeOn } from './purpose-of.ts'

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
  const found = await purposeOn(tx, context, link)
  if (!found) throw new Error(`no link of purpose ${link.purpose} can be made on entry ${link.entryId}`)
  const token = randomToken(32)
  const id = context.ids.next()
  const createdAt = context.clock.now()
  const expiresAt = new Date(createdAt.getTime() + found.purpose.lifetimeDays * dayMs)
  const maker = eventActor(context.actor)
  await insertLink(tx, {
    id,
    token_hash: tokenHash(token),
    purpose: link.purpose,
    entry_id: link.entryId,
    email: link.email,
    name: link.name,
    made_by_kind: maker.kind,
    made_by_id: maker.id,
    made_by_name: maker.name,
    created_at: createdAt,
    expires_at: expiresAt,
    replaces: replaces ?? null,
  })
  const entry = { id: link.entryId, collection: found.entry.collection }
  const { purpose } = link
  await (replaces === undefined
    ? recordEvent(tx, context, { kind: 'link.made', entry, payload: { linkId: id, purpose } })
    : recordEvent(tx, context, { kind: 'link.renewed', entry, payload: { linkId: id, purpose, replaces } }))
  return { id, url: `${context.tenant.publicUrl}/lien/${token}`, expiresAt }
}
