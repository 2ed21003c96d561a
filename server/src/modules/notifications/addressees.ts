// SPDX-License-Identifier: MIT
import { type Locale, type Recipient, resolveRelation, solutionOf } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localesOfPeople } from '../accounts/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { applicantName, type LoadedEntry } from '../entries/index.ts'
import { type Mailbox, mailboxOf, peopleWithRole } from '../people/index.ts'
import { idsAfterHops } from './related-entries.queries.ts'

/** Somebody with a mailbox. `mailbox`: known by its address alone. */
export type Addressee = {
  readonly kind: 'person' | 'organisation' | 'mailbox'
  readonly id: string | null
  readonly name: string
  readonly email: string
  /** E.164; null when none is known. */
  readonly phone: string | null
  /** In which they are written to; null when nothing tells. */
  readonly locale: Locale | null
}

/** Looks mailboxes up, each once, for all that is told in one transaction. */
export type AddressBook = {
  mailbox(id: string): Promise<Mailbox | undefined>
  /** Everyone who holds `solution.role` today. */
  withRole(role: string): Promise<readonly Mailbox[]>
  /** The language of those among the people who have an account. */
  locales(personIds: readonly string[]): Promise<ReadonlyMap<string, Locale>>
  /** Ids of the entries at the end of a path of references. */
  entriesAt(entry: LoadedEntry, path: string): Promise<string[]>
}

export function openAddressBook(tx: Tx, platform: Platform): AddressBook {
  const mailboxes = new Map<string, Promise<Mailbox | undefined>>()
  const roles = new Map<string, Promise<readonly Mailbox[]>>()
  const locales = new Map<string, Locale>()
  const asked = new Set<string>()
  return {
    mailbox: (id) => remembered(mailboxes, id, () => mailboxOf(platform, id, tx)),
    withRole: (role) => remembered(roles, role, () => peopleWithRole(platform, role, { executor: tx })),
    locales: async (personIds) => {
      const unknown = personIds.filter((id) => !asked.has(id))
      for (const id of unknown) asked.add(id)
      for (const [id, locale] of await localesOfPeople(tx, unknown)) locales.set(id, locale)
      return locales
    },
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
  const found = distinct(await allAddressees(book, entry, recipient))
  const people = found.flatMap(({ kind, id }) => (kind === 'person' && id !== null ? [id] : []))
  const locales = await book.locales(people)
  // Who files writes in the language of that day, which may not be the one of the day the account was opened.
  const ofRequest = recipient.kind === 'applicant' ? entry.locale : null
  return found.map((one) => ({ ...one, locale: ofRequest ?? locales.get(one.id ?? '') ?? null }))
}

type Found = Omit<Addressee, 'locale'>

async function allAddressees(
  book: AddressBook,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<readonly Found[]> {
  switch (recipient.kind) {
    case 'email':
      return [{ kind: 'mailbox', id: null, name: '', email: recipient.email, phone: null }]
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
      return isOwners ? owner.map((one) => ({ ...one, phone: contact[0]?.phone ?? one.phone })) : contact
    }
  }
}

async function mailboxes(book: AddressBook, ids: readonly string[]): Promise<Found[]> {
  const found: Found[] = []
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
function contactOf(entry: LoadedEntry): Found[] {
  const { contact } = entry.definition
  const email = contact && entry.values[contact.email]
  if (typeof email !== 'string' || email === '') return []
  const name = contact?.name ? applicantName(entry.definition, entry.values, 'fr') : null
  const phone = contact?.phone === undefined ? null : entry.values[contact.phone]
  return [
    { kind: 'mailbox', id: null, name: name ?? '', email, phone: typeof phone === 'string' ? phone : null },
  ]
}

function distinct(addressees: readonly Found[]): Found[] {
  const byMailbox = new Map<string, Found>()
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
