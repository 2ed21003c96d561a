// SPDX-License-Identifier: MIT
import { type AdjustmentProblem, type Adjustments, checkAdjustments } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { currentAdjustments, definitionsOf, requireStudio } from '../definitions/index.ts'
import { withProcedure } from './adjust-procedure.ts'
import { adjustmentsAt, adjustmentsHistory, type AdjustmentsLine } from './adjustments.queries.ts'
import { type AdjustmentsWritten, writeAdjustments } from './write-adjustments.ts'

export type AdjustmentsHistory = {
  /** The version in force; 0 when the solution is as it was published. */
  readonly version: number
  readonly rows: readonly AdjustmentsLine[]
  /** Version before which the next page begins; null on the last. */
  readonly next: number | null
  readonly problems: readonly AdjustmentProblem[]
}

/**
 * What the body changed of a solution, newest first, and what of it needs a look.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function listAdjustments(
  context: Context,
  { solution, before, limit = 50 }: { solution: string; before?: number; limit?: number },
): Promise<AdjustmentsHistory> {
  await requireStudio(context)
  const release = (await definitionsOf(context)).solutions.get(solution)
  if (!release) throw problem('not-found')
  const page = Math.min(Math.max(limit, 1), 200)
  const rows = await adjustmentsHistory(context.db, solution, { before, limit: page + 1 })
  const own = (await currentAdjustments(context.db)).get(solution)
  return {
    version: own?.version ?? 0,
    rows: rows.slice(0, page),
    next: rows.length > page ? (rows[page - 1]?.version ?? null) : null,
    problems: own ? checkAdjustments(release.published, own.adjustments) : [],
  }
}

/**
 * Takes up again the adjustments of a former version, all of them, as a new one: nothing of the history is lost.
 * Version 0 gives back the solution as it was published. Regimes alone stay: they are dated, and what was received under
 * one keeps it.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`, `entry-changed`
 */
export async function restoreAdjustments(
  context: Context,
  { solution, version, seen }: { solution: string; version: number; seen: number },
): Promise<AdjustmentsWritten> {
  return writeAdjustments<never>(context, {
    solution,
    seen,
    changed: '',
    restores: version,
    change: async (current, _published, tx) => {
      const former = Number.isInteger(version) ? await adjustmentsAt(tx, solution, version) : undefined
      if (!former) throw problem('not-found')
      return { ok: true, adjustments: withRegimesOf(current, former.adjustments) }
    },
  })
}

/** The former adjustments, with the regimes of today. */
function withRegimesOf(current: Adjustments, former: Adjustments): Adjustments {
  const keys = new Set([...Object.keys(former.procedures ?? {}), ...Object.keys(current.procedures ?? {})])
  return [...keys].reduce((restored, key) => {
    const { regimes: _former, ...window } = former.procedures?.[key] ?? {}
    const regimes = current.procedures?.[key]?.regimes
    return withProcedure(restored, key, { ...window, ...(regimes && { regimes }) })
  }, former)
}
