// SPDX-License-Identifier: MIT
import { rolesWith } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { actorOf } from '../people/index.ts'
import { stopActing } from './security/impersonation.queries.ts'
import type { LiveSession } from './sessions.queries.ts'

/** Whom somebody signed in acts as for a while, and by whose account. */
export type Acting = { readonly accountId: string; readonly until: Date }

/**
 * Whom the session acts as now. When the time is over, the right to act for others was lost or that account closed, the
 * session is its owner's again and this request is stopped: what was prepared as somebody must not be done as somebody else.
 *
 * @throws Problem `acting-ended`, once
 */
export async function actedAs(
  platform: Platform,
  { id, actsAs, actsUntil, actsAsPersonId, ownPersonId }: LiveSession,
): Promise<Acting | undefined> {
  if (actsAs === null || actsUntil === null) return undefined
  const running = actsAsPersonId !== null && (await mayActAsOthers(platform, ownPersonId))
  if (running) return { accountId: actsAs, until: actsUntil }
  await stopActing(platform.db, id)
  throw problem('acting-ended')
}

/** Whether one of the person's roles of today lets them act for others. */
export async function mayActAsOthers(platform: Platform, personId: string): Promise<boolean> {
  const { solutions } = await definitionsOf(platform)
  const allowed = rolesWith(
    [...solutions.values()].map(({ solution }) => solution),
    'mayImpersonate',
  )
  const actor = await actorOf(platform, personId)
  return actor?.roles.some(({ role }) => allowed.has(role)) === true
}
