// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Accounts, type Client, lastProfile, rememberProfile } from '../accounts/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { bodiesOf, type BodyWithRoles } from '../people/index.ts'

/** Something that a person may act as: one of their bodies, or themselves. */
export type ProfileChoice = {
  /** The id of the body, or `personal`. */
  readonly value: string
  /** Of the body; null for themselves. */
  readonly name: string | null
  /** What they do there. */
  readonly roles: readonly LocalizedText[]
  readonly chosen: boolean
  /** The one they chose the last time they signed in. */
  readonly last: boolean
}

export type Profiles = {
  /** Empty for somebody who holds no role. */
  readonly choices: readonly ProfileChoice[]
  /** They hold roles in several bodies and have not said as what they act. */
  readonly mustChoose: boolean
}

/**
 * What the acting person may act as. A body is the topmost of those in which they hold a role; who holds roles in one
 * only acts under all of them, and may still say for whom: it, or themselves.
 *
 * @throws Problem `sign-in-required`
 */
export async function listProfiles(context: Context): Promise<Profiles> {
  const { actor } = context
  if (actor.kind !== 'person') throw problem('sign-in-required')
  const bodies = await bodiesToday(context, actor.personId)
  const { solutions } = await definitionsOf(context)
  const all = [...solutions.values()].map(({ solution }) => solution)
  if (bodies.length === 0) return { choices: [], mustChoose: false }
  const last = await lastProfile(context, actor.personId)
  const chosen = actor.profile?.kind === 'organisation' ? actor.profile.organisation : actor.profile?.kind
  const titles = new Map(
    all.flatMap(({ key, roles }) =>
      Object.entries(roles).map(([name, { title }]) => [`${key}.${name}`, title]),
    ),
  )
  const choices = [
    ...bodies.map(({ id, name, roles }) => ({
      value: id,
      name,
      roles: roles.flatMap((role) => titles.get(role) ?? []),
    })),
    { value: 'personal', name: null, roles: [] },
  ].map((choice) => ({ ...choice, chosen: choice.value === chosen, last: choice.value === last }))
  return { choices, mustChoose: bodies.length > 1 && chosen === undefined }
}

/**
 * Acts as something else from the next request of this session on, without signing out.
 *
 * @throws Problem `sign-in-required`; `not-found` for a body in which they hold nothing; `not-allowed` without a session
 *   of their own
 */
export async function chooseProfile(
  context: Context,
  accounts: Accounts,
  client: Client,
  value: string,
): Promise<void> {
  const { choices } = await listProfiles(context)
  if (!choices.some((choice) => choice.value === value) || context.actor.kind !== 'person')
    throw problem('not-found')
  const kept = await rememberProfile(accounts, client, { personId: context.actor.personId, profile: value })
  if (!kept) throw problem('not-allowed')
}

function bodiesToday(context: Context, personId: string): Promise<readonly BodyWithRoles[]> {
  return bodiesOf(context, personId, localDay(context.clock.now(), context.tenant.timeZone))
}
