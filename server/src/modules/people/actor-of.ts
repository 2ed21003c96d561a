// SPDX-License-Identifier: MIT
import type { Actor, HeldRole, Locale } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { directoryOf } from './directory.ts'
import { displayName } from './person-name.ts'
import { provenPerson } from './people.queries.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>

/**
 * The person as an actor, with the roles of the memberships valid today in the body's time zone; a membership in an
 * organisation that was deleted gives nothing. `undefined` when the person is no longer in the directory.
 */
export async function actorOf(
  platform: Platform,
  personId: string,
  locale: Locale = 'fr',
): Promise<PersonActor | undefined> {
  const found = await actorProvenBy(platform, sql<object>`select ${personId}::uuid as person_id`, locale)
  return found?.actor
}

/**
 * The same for the person that a proof leads to (a session, a key): a query of at most one row, among whose columns is
 * `person_id`. Proof and person are one query on indexed columns, made for each request: a role that ends today is gone
 * at midnight, with nothing to forget.
 */
export async function actorProvenBy<Proof extends object>(
  platform: Platform,
  proof: RawBuilder<Proof>,
  locale: Locale,
): Promise<{ proof: Proof; actor: PersonActor } | undefined> {
  const directory = await directoryOf(platform)
  const day = localDay(platform.clock.now(), platform.tenant.timeZone)
  const rows = await provenPerson(platform.db, directory, { proof, day })
  const [first] = rows
  if (!first) return undefined
  const roles = rows.flatMap(({ person: { role, organisation } }): HeldRole[] =>
    role !== null && organisation !== null ? [{ role, organisation }] : [],
  )
  const { id: personId, email } = first.person
  const name = displayName(directory.person, first.person, locale)
  return {
    proof: first.proof,
    actor: { kind: 'person', personId, name, email: email ?? '', locale, roles },
  }
}
