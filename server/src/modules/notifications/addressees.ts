// SPDX-License-Identifier: MIT
import { type Recipient, resolveRelation, solutionOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { definitionsOf } from '../definitions/index.ts'
import { applicantName, type LoadedEntry } from '../entries/index.ts'
import { mailboxOf, peopleWithRole } from '../people/index.ts'
import { idsAfterHops } from './related-entries.queries.ts'

/** Somebody with a mailbox. `mailbox`: known by its address alone. */
export type Addressee = {
  readonly kind: 'person' | 'organisation' | 'mailbox'
  readonly id: string | null
  readonly name: string
  readonly email: string
}

/**
 * Who a recipient is for this entry: several for a role or a path that leads to several, nobody when the path is
 * empty, the entry at its end is gone, or has no mailbox. Each mailbox comes once.
 */
export async function addresseesOf(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<Addressee[]> {
  return distinct(await allAddressees(tx, context, entry, recipient))
}

async function allAddressees(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<Addressee[]> {
  switch (recipient.kind) {
    case 'email':
      return [{ kind: 'mailbox', id: null, name: '', email: recipient.email }]
    case 'role':
      return peopleWithRole(context, `${solutionOf(entry.collection)}.${recipient.role}`, { executor: tx })
    case 'path':
      return mailboxes(tx, context, await entriesAt(tx, context, entry, recipient.path))
    case 'applicant': {
      const owner = entry.owner ? await mailboxes(tx, context, [entry.owner]) : []
      return owner.length > 0 ? owner : contactOf(entry)
    }
  }
}

/** Ids of the entries at the end of a path of references. */
export async function entriesAt(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  path: string,
): Promise<string[]> {
  const { model } = await definitionsOf(context)
  const relation = resolveRelation(model, entry.collection, path)
  return relation.ok ? idsAfterHops(tx, relation.plan.hops, entry.id) : []
}

async function mailboxes(tx: Tx, context: Context, ids: readonly string[]): Promise<Addressee[]> {
  const found: Addressee[] = []
  for (const id of ids) {
    const mailbox = await mailboxOf(context, id, tx)
    if (mailbox) found.push(mailbox)
  }
  return found
}

/** The person who filed without an account, by the fields that say where to answer. */
function contactOf(entry: LoadedEntry): Addressee[] {
  const { contact } = entry.definition
  const email = contact && entry.values[contact.email]
  if (typeof email !== 'string' || email === '') return []
  const name = contact?.name ? applicantName(entry.definition, entry.values, 'fr') : null
  return [{ kind: 'mailbox', id: null, name: name ?? '', email }]
}

function distinct(addressees: readonly Addressee[]): Addressee[] {
  const byMailbox = new Map<string, Addressee>()
  for (const addressee of addressees) {
    const mailbox = addressee.email.toLowerCase()
    if (!byMailbox.has(mailbox)) byMailbox.set(mailbox, addressee)
  }
  return [...byMailbox.values()]
}
