// SPDX-License-Identifier: MIT
import type { HeldRole } from '@guichet/engine'
import { sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import type { PersonActor } from './actor-of.ts'
import { directoryOf } from './directory.ts'
import { displayName } from './person-name.ts'
import { type Among, firstDayOfRole, type HeldSince, peopleAmong } from './actors-among.queries.ts'
import { provenPerson } from './people.queries.ts'

/** Each of them as an actor, with all the roles held today: each once, `limit` at most. */
export async function actorsAmong(platform: Platform, among: Among, limit: number): Promise<PersonActor[]> {
  const directory = await directoryOf(platform)
  const day = localDay(platform.clock.now(), platform.tenant.timeZone)
  const ids = await peopleAmong(platform.db, directory, among, { day, limit })
  if (ids.length === 0) return []
  const proof = sql<{ person_id: string }>`select unnest(${ids}::uuid[]) as person_id`
  const rows = await provenPerson(platform.db, directory, { proof, day, profiled: false })
  const people = Map.groupBy(rows, ({ person }) => person.id)
  return [...people.values()].flatMap((mine): PersonActor[] => {
    const [first] = mine
    if (!first) return []
    const { id: personId, email } = first.person
    const roles = mine.flatMap(({ person: { role, organisation, territories } }): HeldRole[] =>
      role !== null && organisation !== null
        ? [{ role, organisation, ...(territories && { territories }) }]
        : [],
    )
    const name = displayName(directory.person, first.person, 'fr')
    return [{ kind: 'person', personId, name, email: email ?? '', locale: 'fr', roles }]
  })
}

/** The day from which somebody has held a role that they hold today, in one of the organisations when given. */
export async function holdsSince(platform: Platform, held: HeldSince): Promise<string | undefined> {
  const { timeZone } = platform.tenant
  const day = localDay(platform.clock.now(), timeZone)
  return firstDayOfRole(platform.db, await directoryOf(platform), held, { day, timeZone })
}
