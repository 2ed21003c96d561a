// SPDX-License-Identifier: MIT
import { type Recipient, resolveRelation, solutionOf } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
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

/** Looks mailboxes up, each once, for all that is told in one transaction. */
export type AddressBook = {
  mailbox(id: string): Promise<Addressee | undefined>
  /** Everyone who holds `solution.role` today. */
  withRole(role: string): Promise<readonly Addressee[]>
  /** Ids of the entries at the end of a path of references. */
  entriesAt(entry: LoadedEntry, path: string): Promise<string[]>
}

export function openAddressBook(tx: Tx, platform: Platform): AddressBook {
  const mailboxes = new Map<string, Promise<Addressee | undefined>>()
  const roles = new Map<string, Promise<readonly Addressee[]>>()
  return {
    mailbox: (id) => remembered(mailboxes, id, () => mailboxOf(platform, id, tx)),
    withRole: (role) => remembered(roles, role, () => peopleWithRole(platform, role, { executor: tx })),
    entriesAt: async (entry, path) => {
      const { model } = await definitionsOf(platform)
      const relation = resolveRelation(model, entry.collection, path)
      if (!relation.ok) return []
      const [hop, ...further] = relation.plan.hops
      // The usual path is one reference, whose value is at hand.
      if (hop?.direction === 'forward' && further.length === 0) return idsIn(entry.values[hop.field])
      return idsAfterHops(tx, relation.plan.hops, entry.id)
    },
  }
}

/**
 * Who a recipient is for this entry: several for a role or a path that leads to several, nobody when the path is
 * empty, the entry at its end is gone, or has no mailbox. Each mailbox comes once.
 */
export async function addresseesOf(
  book: AddressBook,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<Addressee[]> {
  return distinct(await allAddressees(book, entry, recipient))
}

async function allAddressees(
  book: AddressBook,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<readonly Addressee[]> {
  switch (recipient.kind) {
    case 'email':
      return [{ kind: 'mailbox', id: null, name: '', email: recipient.email }]
    case 'role':
      return book.withRole(`${solutionOf(entry.collection)}.${recipient.role}`)
    case 'path':
      return mailboxes(book, await book.entriesAt(entry, recipient.path))
    case 'applicant': {
      const owner = entry.owner ? await mailboxes(book, [entry.owner]) : []
      const contact = contactOf(entry)
      const isOwners = contact.every(({ email }) =>
        owner.some((one) => one.email.toLowerCase() === email.toLowerCase()),
      )
      // Where the request says to answer, which may not be the mailbox of the account that filed it.
      return isOwners ? owner : contact
    }
  }
}

async function mailboxes(book: AddressBook, ids: readonly string[]): Promise<Addressee[]> {
  const found: Addressee[] = []
  for (const id of ids) {
    const mailbox = await book.mailbox(id)
    if (mailbox) found.push(mailbox)
  }
  return found
}

function idsIn(value: unknown): string[] {
  return [value].flat().filter((id): id is string => typeof id === 'string')
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

function remembered<K, V>(known: Map<K, Promise<V>>, key: K, load: () => Promise<V>): Promise<V> {
  const value = known.get(key) ?? load()
  known.set(key, value)
  return value
}
