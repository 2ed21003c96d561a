// SPDX-License-Identifier: MIT
import type { HeldRole } from '@guichet/engine'
import { actorOf, type PersonActor } from './actor-of.ts'
import type { Platform } from '../../platform/context.ts'

/** As what somebody asked for something that is done later. */
export type Standing = {
  readonly roles: readonly Pick<HeldRole, 'role' | 'organisation'>[]
} & Pick<PersonActor, 'profile' | 'by'>

/** What is to be kept of who asks: a session may serve fewer roles than the person holds. */
export function standingOf({ roles, profile, by }: PersonActor): Standing {
  return {
    roles: roles.map(({ role, organisation }) => ({ role, organisation })),
    ...(profile && { profile }),
    ...(by && { by }),
  }
}

/**
 * The person again, later: with the roles they had then and still hold, under the same profile, by the same
 * administrator. `undefined` when the person is no longer in the directory.
 */
export async function actorAgain(
  platform: Platform,
  { personId, locale, standing }: Pick<PersonActor, 'personId' | 'locale'> & { standing: Standing | null },
): Promise<PersonActor | undefined> {
  const actor = await actorOf(platform, personId, locale)
  if (!actor || standing === null) return actor
  const { roles: then, ...asked } = standing
  const wasServed = ({ role, organisation }: HeldRole) =>
    then.some((one) => one.role === role && one.organisation === organisation)
  return { ...actor, ...asked, roles: actor.roles.filter(wasServed) }
}
