// SPDX-License-Identifier: MIT
import type { Actor, HeldRole, Locale } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { directoryOf } from './directory.ts'
import { displayName } from './person-name.ts'
import { personWithRoles } from './people.queries.ts'

export type PersonActor = Extract<Actor, { kind: 'person' }>

/**
 * The person as an actor, with the roles of the memberships valid today in the body's time zone; a membership in an
 * organisation that was deleted gives nothing. `undefined` when the person is no longer in the directory.
 *
 * One query on indexed columns, made for each request: a role that ends today is gone at midnight, with nothing to
 * forget.
 */
export async function actorOf(
  platform: Platform,
  personId: string,
  locale: Locale = 'fr',
): Promise<PersonActor | undefined> {
  const directory = await directoryOf(platform)
  const day = localDay(platform.clock.now(), platform.tenant.timeZone)
  const rows = await personWithRoles(platform.db, directory, { personId, day })
  const [person] = rows
  if (!person) return undefined
  const roles = rows.flatMap(({ role, organisation }): HeldRole[] =>
    role !== null && organisation !== null ? [{ role, organisation }] : [],
  )
  return {
    kind: 'person',
    personId,
    name: displayName(directory.person, person, locale),
    email: person.email ?? '',
    locale,
    roles,
  }
}
