// SPDX-License-Identifier: MIT
import type { Adjustments, Solution } from '@guichet/engine'
import { announceForget } from '../../platform/db/announce.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsCacheKey, definitionsOf, requireStudio } from '../definitions/index.ts'
import { recordEvent } from '../events/index.ts'
import { insertAdjustments, lockAdjustments } from './adjustments.queries.ts'

export type AdjustmentsWritten = { readonly version: number }

/** An edit of the adjustments of one solution. */
export type AdjustmentsEdit<Refusal> = {
  readonly solution: string
  /** Version of the adjustments that the administrator saw: another one means that somebody edited meanwhile. */
  readonly seen: number
  /** Place that changes, as the history tells it: `mails.receipt`. */
  readonly changed: string
  readonly restores?: number
  readonly change: (
    current: Adjustments,
    published: Solution,
    tx: Tx,
  ) => Promise<{ readonly ok: true; readonly adjustments: Adjustments } | Refusal>
}

/**
 * Writes a new version of the adjustments of a solution. They are in force at once, in every process. Nothing is
 * written, and no event, when nothing differs; a refusal of `change` is returned as it is.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found` for a solution that is not installed, `entry-changed`
 */
export async function writeAdjustments<Refusal extends { readonly ok: false }>(
  context: Context,
  { solution, seen, changed, restores, change }: AdjustmentsEdit<Refusal>,
): Promise<({ readonly ok: true } & AdjustmentsWritten) | Refusal> {
  await requireStudio(context)
  const release = (await definitionsOf(context)).solutions.get(solution)
  if (!release) throw problem('not-found')
  const written = await context.db.transaction().execute(async (tx) => {
    const current = await lockAdjustments(tx, solution)
    if (current.version !== seen) throw problem('entry-changed', { current: { version: current.version } })
    const outcome = await change(current.adjustments, release.published, tx)
    if (!outcome.ok) return outcome
    const isSame = JSON.stringify(outcome.adjustments) === JSON.stringify(current.adjustments)
    if (isSame) return { ok: true as const, version: current.version }
    const version = current.version + 1
    await insertAdjustments(tx, {
      solution,
      version,
      adjustments: outcome.adjustments,
      changed,
      restores: restores ?? null,
      at: context.clock.now(),
      by: context.actor.kind === 'person' ? context.actor.name : null,
    })
    await recordEvent(tx, context, {
      kind: 'solution.adjusted',
      payload: { solution, version, changed, ...(restores !== undefined && { restores }) },
    })
    await announceForget(tx, definitionsCacheKey)
    return { ok: true as const, version }
  })
  context.cache.forget(definitionsCacheKey)
  return written
}
