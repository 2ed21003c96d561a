// SPDX-License-Identifier: MIT
import { type Actor, type HeldRole, type Locale, type Profile, spaceOpenedBy } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
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
 *
 * `profiled`: the proof has a column `profile`, what the person chose to act as.
 */
export async function actorProvenBy<Proof extends object>(
  platform: Platform,
  proof: RawBuilder<Proof>,
  locale: Locale,
  { profiled = false }: { readonly profiled?: boolean } = {},
): Promise<{ proof: Proof; actor: PersonActor } | undefined> {
  const directory = await directoryOf(platform)
  const day = localDay(platform.clock.now(), platform.tenant.timeZone)
  const rows = await provenPerson(platform.db, directory, { proof, day, profiled })
  const [first] = rows
  if (!first) return undefined
  const held = rows.flatMap(({ person: { role, organisation, territories } }): HeldRole[] =>
    role !== null && organisation !== null
      ? [{ role, organisation, ...(territories && { territories }) }]
      : [],
  )
  const { id: personId, email, profileName } = first.person
  const profile = profiled ? profileIn(first.proof, profileName) : undefined
  const roles = profile?.kind === 'personal' ? await personalRoles(platform, held) : held
  const name = displayName(directory.person, first.person, locale)
  return {
    proof: first.proof,
    actor: { kind: 'person', personId, name, email: email ?? '', locale, roles, ...(profile && { profile }) },
  }
}

function profileIn(proof: object, name: string | null): Profile | undefined {
  const chosen = 'profile' in proof && typeof proof.profile === 'string' ? proof.profile : undefined
  if (chosen === undefined) return undefined
  return chosen === 'personal'
    ? { kind: 'personal' }
    : { kind: 'organisation', organisation: chosen, name: name ?? '' }
}

/** For themselves, people keep what no desk or studio is opened by. */
async function personalRoles(platform: Platform, held: readonly HeldRole[]): Promise<HeldRole[]> {
  const { solutions } = await definitionsOf(platform)
  const all = [...solutions.values()].map(({ solution }) => solution)
  return held.filter(({ role }) => !['desk', 'studio'].includes(spaceOpenedBy(all, role) ?? ''))
}
