// SPDX-License-Identifier: MIT
import { type CollectionRef, collectionRef, inLocale, type Locale, system } from '@guichet/engine'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { changeById, type ChangeRow, circuitOf, type NamedCircuit } from '../change-requests/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { loadEntry, type LoadedEntry } from '../entries/index.ts'
import type { EventRecord } from '../events/index.ts'
import {
  type AddressBook,
  composeLetter,
  openAddressBook,
  queueMails,
  tellPeople,
} from '../notifications/index.ts'
import { type Mailbox, peopleWithRole } from '../people/index.ts'
import { type ChangeFacts, changeLetter, type ChangeLetterKind, changeTitle } from './change-letters.ts'

/**
 * Tells those of the next level that a change waits for them, and whoever proposed it what became of it: in the
 * application and by mail.
 *
 * A listener of events: called again with the same event, it tells nobody twice.
 */
export async function tellOfChanges(
  tx: Tx,
  platform: Platform,
  events: readonly EventRecord[],
): Promise<void> {
  const told = events.flatMap((event) => {
    const news = newsOf(event)
    return news ? [{ event, news }] : []
  })
  if (told.length === 0) return
  const context = actingAs(platform, system)
  const book = openAddressBook(tx, platform)
  for (const { event, news } of told) await tell(tx, context, book, event, news)
}

type News = { readonly kind: ChangeLetterKind; readonly level: number; readonly changeRequestId: string }

function newsOf(event: EventRecord): News | undefined {
  if (is(event, 'change.proposed')) return { kind: 'asks', ...event.payload }
  if (is(event, 'change.late')) return { kind: 'late', ...event.payload }
  if (is(event, 'change.rejected')) return { kind: 'rejected', ...event.payload }
  if (!is(event, 'change.accepted')) return undefined
  const { next, level, changeRequestId } = event.payload
  return next === undefined
    ? { kind: 'applied', level, changeRequestId }
    : { kind: 'asks', level: next, changeRequestId }
}

function is<K extends EventRecord['kind']>(event: EventRecord, kind: K): event is EventRecord<K> {
  return event.kind === kind
}

async function tell(tx: Tx, context: Context, book: AddressBook, event: EventRecord, news: News) {
  const change = await changeById(tx, news.changeRequestId)
  const entry = change && (await loadEntry(tx, context, change.entry_id))
  if (!change || !entry) return
  const named = circuitOf(await definitionsOf(context), entry.collection, change.circuit)
  const asks = news.kind === 'asks' || news.kind === 'late'
  const readers = asks
    ? await deciders(tx, context, book, entry, named, news.level)
    : await proposer(book, change)
  const locales = await book.locales(readers.map(({ id }) => id))
  const reason = is(event, 'change.rejected') ? event.payload.reason : ''
  const facts = (locale: Locale) => factsOf(entry, named, news.level, reason, locale)
  const about = { id: entry.id, collection: entry.collection }
  await tellPeople(
    tx,
    context,
    readers.map(({ id }) => ({
      key: `change:${event.id}:${id}`,
      personId: id,
      title: changeTitle(news.kind, facts),
      entry: about,
    })),
  )
  await queueMails(
    tx,
    context,
    readers.map(({ id, email, name }) => {
      const locale = locales.get(id) ?? 'fr'
      const { button, ...letter } = changeLetter(news.kind, facts(locale), locale)
      const url = `${context.tenant.publicUrl}/bureau/fiches/${entry.id}`
      return {
        key: `change:${event.id}:${id}`,
        to: { email, name },
        template: `change.${news.kind}`,
        entry: about,
        ...composeLetter(context.tenant, { ...letter, button: { label: button, url } }),
      }
    }),
  )
}

function factsOf(
  entry: LoadedEntry,
  named: NamedCircuit | undefined,
  level: number,
  reason: string,
  locale: Locale,
): ChangeFacts {
  const { title } = named?.circuit.levels[level] ?? {}
  return {
    // A title may say what the reader may not read.
    entry: entry.number ?? inLocale(entry.definition.title, locale),
    circuit: named ? inLocale(named.circuit.title, locale) : '',
    level: title ? inLocale(title, locale) : '',
    reason,
  }
}

/** Those of a level for an entry who have a mailbox: each once. */
async function deciders(
  tx: Tx,
  context: Context,
  book: AddressBook,
  entry: LoadedEntry,
  named: NamedCircuit | undefined,
  level: number,
): Promise<readonly Mailbox[]> {
  const who = named?.circuit.levels[level]?.who
  if (!named || !who) return []
  if (who.kind === 'relation') return mailboxes(book, await book.entriesAt(entry, who.path))
  const role: CollectionRef = collectionRef(who.role, named.solution)
  if (who.kind === 'role') return book.withRole(role)
  const people = new Map<string, Mailbox>()
  for (const organisation of await book.entriesAt(entry, who.at)) {
    for (const one of await peopleWithRole(context, role, { organisation, executor: tx }))
      people.set(one.id, one)
  }
  return [...people.values()]
}

async function proposer(book: AddressBook, change: ChangeRow): Promise<readonly Mailbox[]> {
  if (change.proposer_kind !== 'person' || change.proposer_id === null) return []
  return mailboxes(book, [change.proposer_id])
}

async function mailboxes(book: AddressBook, ids: readonly string[]): Promise<Mailbox[]> {
  const found = await Promise.all(ids.map((id) => book.mailbox(id)))
  return found.flatMap((one) => (one?.kind === 'person' ? [one] : []))
}
