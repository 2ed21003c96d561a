// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { createEntry } from '../entries/index.ts'
import { directoryOf } from './directory.ts'
import { findPersonByEmail } from './mailboxes.ts'
import { lockMailbox } from './people.queries.ts'
import { nameValue, type PersonName } from './person-name.ts'

/**
 * The directory entry of the person of that mailbox, created in the name of the body when there is none. Two
 * transactions for one mailbox follow each other: the second finds what the first made.
 *
 * Does not prove that whoever asks owns the mailbox: the caller has.
 *
 * @returns the person's id
 * @throws Problem `invalid-input` when the directory refuses the name or the mailbox
 */
export async function ensurePerson(
  tx: Tx,
  platform: Platform,
  { name, email }: { name: PersonName; email: string },
): Promise<string> {
  await lockMailbox(tx, email)
  const known = await findPersonByEmail(platform, email, tx)
  if (known) return known.id
  const { person } = await directoryOf(platform)
  const values = {
    [person.fields.name]: nameValue(person, name),
    [person.fields.email]: email,
  }
  const created = await createEntry(
    actingAs(platform, system),
    { collection: person.ref, values, owner: null, required: 'none' },
    tx,
  )
  return created.id
}
