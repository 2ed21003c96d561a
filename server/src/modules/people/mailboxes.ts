// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { directoryOf } from './directory.ts'
import { displayName } from './person-name.ts'
import { namedEntry, namedPeople, personOfMailbox, personsWithRole } from './people.queries.ts'

/** Where a person or an organisation receives its mail. */
export type Mailbox = {
  readonly id: string
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly email: string
  /** E.164; null when none is known. */
  readonly phone: string | null
}

/**
 * The mailbox of a person or organisation of the directory; `undefined` when the entry is of another collection, was
 * deleted, or has none.
 */
export async function mailboxOf(
  platform: Platform,
  entryId: string,
  executor: Db | Tx = platform.db,
): Promise<Mailbox | undefined> {
  const directory = await directoryOf(platform)
  const row = await namedEntry(executor, directory, entryId)
  if (!row?.email) return undefined
  const { id, kind, email, phone } = row
  return { id, kind, email, phone, name: displayName(directory[kind], row, 'fr') }
}

/** Names and mailboxes of people of the directory, by id; those who have no mailbox are told too, without one. */
export async function mailboxesOf(
  platform: Platform,
  ids: readonly string[],
): Promise<Map<string, { readonly name: string; readonly email: string | null }>> {
  const directory = await directoryOf(platform)
  const rows = ids.length === 0 ? [] : await namedPeople(platform.db, directory, ids)
  return new Map(
    rows.map((row) => [row.id, { name: displayName(directory.person, row, 'fr'), email: row.email }]),
  )
}

/** Those who hold the role today (`solution.role`), in one organisation when given, and have a mailbox. */
export async function peopleWithRole(
  platform: Platform,
  role: string,
  { organisation, executor = platform.db }: { organisation?: string; executor?: Db | Tx } = {},
): Promise<Mailbox[]> {
  const directory = await directoryOf(platform)
  const day = localDay(platform.clock.now(), platform.tenant.timeZone)
  const rows = await personsWithRole(executor, directory, { role, organisation, day })
  return rows.flatMap((row): Mailbox[] =>
    row.email
      ? [
          {
            id: row.id,
            kind: 'person',
            email: row.email,
            phone: row.phone,
            name: displayName(directory.person, row, 'fr'),
          },
        ]
      : [],
  )
}

/** The person of that mailbox, whatever its case; the one known for longest when several share it. */
export async function findPersonByEmail(
  platform: Platform,
  email: string,
  executor: Db | Tx = platform.db,
): Promise<Mailbox | undefined> {
  const directory = await directoryOf(platform)
  const row = await personOfMailbox(executor, directory, email)
  if (!row) return undefined
  return {
    id: row.id,
    kind: 'person',
    email: row.email ?? email,
    phone: row.phone,
    name: displayName(directory.person, row, 'fr'),
  }
}
