// SPDX-License-Identifier: MIT
import { type CollectionRef, collectionOf, solutionOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'

type Values = Readonly<Record<string, unknown>>

/** Whether the body asks for a second administrator before this role (`solution.role`) is given. */
export async function needsSecondEyes(context: Context, role: unknown): Promise<boolean> {
  if (context.tenant.fourEyes !== true || typeof role !== 'string') return false
  return isGuarded(await definitionsOf(context), role)
}

/** The roles (`solution.role`) whose giving may take two. */
export function guardedRoles({ solutions }: Definitions): string[] {
  return [...solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.roles).flatMap(([key, { fourEyes }]) =>
      fourEyes ? [`${solution.key}.${key}`] : [],
    ),
  )
}

function isGuarded(definitions: Definitions, role: string): boolean {
  return guardedRoles(definitions).includes(role)
}

/**
 * Refuses to write, by whatever way, a membership that gives a guarded role which was not given before: entered,
 * turned into one, moved to somebody else, or brought back after its end. The body itself is not asked: neither the
 * command line nor what a second administrator has confirmed.
 *
 * @throws Problem `needs-second-administrator`
 */
export async function requireSecondEyes(
  context: Context,
  collection: CollectionRef,
  after: Values,
  before?: Values,
): Promise<void> {
  if (context.tenant.fourEyes !== true || context.actor.kind === 'system') return
  const { identity: provider } = await definitionsOf(context)
  const names = provider?.identity.membership
  if (!names || provider.solution !== solutionOf(collection) || names.collection !== collectionOf(collection))
    return
  if (!(await needsSecondEyes(context, after[names.role]))) return
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  if (dayOf(after[names.endsOn], never) < today) return
  const same = [names.role, names.person, names.organisation].every((key) => before?.[key] === after[key])
  const gainsNothing =
    before !== undefined &&
    same &&
    dayOf(after[names.endsOn], never) <= dayOf(before[names.endsOn], never) &&
    dayOf(after[names.startsOn], always) >= dayOf(before[names.startsOn], always)
  if (!gainsNothing) throw problem('needs-second-administrator')
}

const always = '0000-01-01'
const never = '9999-12-31'

/** A calendar day, or what an empty one means. */
function dayOf(value: unknown, whenEmpty: string): string {
  return typeof value === 'string' ? value : whenEmpty
}
