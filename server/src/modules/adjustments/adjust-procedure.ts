// SPDX-License-Identifier: MIT
import {
  type Adjustments,
  type AdjustmentProblem,
  checkAdjustments,
  type LocalizedText,
  type ProcedureAdjustment,
  procedureAdjustment,
  regimeOn,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { currentAdjustments, definitionsOf, requireStudio } from '../definitions/index.ts'
import { type ShownRegime, shownRegime } from './shown-regime.ts'
import { writeAdjustments, type AdjustmentsWritten } from './write-adjustments.ts'

/** A procedure as it is offered here, beside what the solution says. */
export type AdjustableProcedure = {
  readonly solution: string
  readonly key: string
  readonly title: LocalizedText
  readonly icon: string | null
  readonly theme: LocalizedText | null
  readonly offered: boolean
  readonly opensOn: string | null
  readonly closesOn: string | null
  /** What the solution says; differs when adjusted. */
  readonly published: { readonly opensOn: string | null; readonly closesOn: string | null }
  readonly adjusted: boolean
  /** Of what is received today; null without one. */
  readonly regime: ShownRegime | null
}

export type AdjustableSolution = {
  readonly key: string
  readonly title: LocalizedText
  /** Of its adjustments: to give back when one is changed. */
  readonly version: number
  readonly procedures: readonly AdjustableProcedure[]
  /** What needs a look: edits that have lost their place, texts whose original has changed. */
  readonly problems: readonly AdjustmentProblem[]
}

/**
 * The procedures of every installed solution that has any.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listAdjustableProcedures(context: Context): Promise<AdjustableSolution[]> {
  await requireStudio(context)
  const { solutions } = await definitionsOf(context)
  const adjustments = await currentAdjustments(context.db)
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  return [...solutions.values()].flatMap(({ solution, published }) => {
    const own = adjustments.get(solution.key)
    const procedures = Object.entries(solution.procedures ?? {}).map(([key, procedure]) => {
      const original = published.procedures?.[key]
      return {
        solution: solution.key,
        key,
        title: procedure.title,
        icon: procedure.icon ?? null,
        theme: solution.themes?.[procedure.theme]?.title ?? null,
        offered: procedure.offered !== false,
        opensOn: procedure.opensOn ?? null,
        closesOn: procedure.closesOn ?? null,
        published: { opensOn: original?.opensOn ?? null, closesOn: original?.closesOn ?? null },
        adjusted: isWindowAdjusted(own?.adjustments.procedures?.[key]),
        regime: shownRegime(regimeOn(procedure, today)),
      }
    })
    if (procedures.length === 0) return []
    const problems = own ? checkAdjustments(published, own.adjustments) : []
    return [{ key: solution.key, title: solution.title, version: own?.version ?? 0, procedures, problems }]
  })
}

export type ProcedureRefused = {
  readonly ok: false
  readonly problems: readonly { readonly path: 'opensOn' | 'closesOn'; readonly message?: LocalizedText }[]
}

/**
 * Offers a procedure or not, and sets the days between which it may be started. Filed requests are not touched; drafts
 * of a procedure that is not offered are kept until they expire. Adopted regimes stay: see `adoptRegime`.
 *
 * @param change `undefined` gives back what the solution says
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`, `entry-changed`
 */
export async function adjustProcedure(
  context: Context,
  request: {
    readonly solution: string
    readonly procedure: string
    readonly seen: number
    readonly change: ProcedureAdjustment | undefined
  },
): Promise<({ readonly ok: true } & AdjustmentsWritten) | ProcedureRefused> {
  const { solution, procedure: key, seen, change } = request
  return writeAdjustments<ProcedureRefused>(context, {
    solution,
    seen,
    changed: `procedures.${key}`,
    change: async (current, published) => {
      const procedures = published.procedures ?? {}
      const original = Object.hasOwn(procedures, key) ? procedures[key] : undefined
      if (!original) throw problem('not-found')
      const read = procedureAdjustment.optional().safeParse(change)
      if (!read.success) {
        const paths = read.error.issues.map(({ path }) => (path[0] === 'opensOn' ? 'opensOn' : 'closesOn'))
        return { ok: false, problems: [...new Set(paths)].map((path) => ({ path })) }
      }
      const regimes = current.procedures?.[key]?.regimes
      const adjustments = withProcedure(current, key, {
        ...(read.data && differing(read.data, original)),
        ...(regimes && { regimes }),
      })
      const [wrong] = checkAdjustments(published, adjustments).filter(
        ({ code, path }) => code === 'closes-before-opening' && path === `procedures.${key}.closesOn`,
      )
      if (wrong) return { ok: false, problems: [{ path: 'closesOn', message: wrong.message }] }
      return { ok: true, adjustments }
    },
  })
}

function isWindowAdjusted(own: ProcedureAdjustment | undefined): boolean {
  return Object.keys(own ?? {}).some((part) => part !== 'regimes')
}

/** What is said otherwise than by the solution; what is the same follows its upgrades. */
function differing(
  { offered, opensOn, closesOn }: ProcedureAdjustment,
  original: {
    readonly offered?: boolean | undefined
    opensOn?: string | undefined
    closesOn?: string | undefined
  },
): ProcedureAdjustment {
  return {
    ...(offered !== undefined && offered !== (original.offered !== false) && { offered }),
    ...(opensOn !== undefined && opensOn !== (original.opensOn ?? null) && { opensOn }),
    ...(closesOn !== undefined && closesOn !== (original.closesOn ?? null) && { closesOn }),
  }
}

/** The adjustments with those of one procedure; none when it says nothing of its own. */
export function withProcedure(current: Adjustments, key: string, own: ProcedureAdjustment): Adjustments {
  const { [key]: _former, ...others } = current.procedures ?? {}
  const isOwn = Object.keys(own).length > 0
  return { ...current, procedures: isOwn ? { ...others, [key]: own } : others }
}
