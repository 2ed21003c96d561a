// SPDX-License-Identifier: MIT
import {
  addDays,
  type AdjustedRegime,
  adjustedRegime,
  checkAdjustments,
  type LocalizedText,
  localizedText,
  type Procedure,
  proposeRegime,
  regimeOn,
  type SilenceAnswers,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { currentAdjustments, definitionsOf, requireStudio } from '../definitions/index.ts'
import { withProcedure } from './adjust-procedure.ts'
import { type ShownRegime, shownRegime } from './shown-regime.ts'
import { type AdjustmentsWritten, writeAdjustments } from './write-adjustments.ts'

export type ProcedureName = { readonly solution: string; readonly procedure: string }

/** What silence decides for a procedure: today, later, and as the solution says. */
export type RegimeView = {
  readonly title: LocalizedText
  /** Of the adjustments of the solution: to give back when the regime is changed. */
  readonly version: number
  readonly today: string
  /** The first day that another regime may rule: what is received until today keeps its own. */
  readonly earliest: string
  readonly inForce: ShownRegime | null
  readonly coming: readonly { readonly since: string; readonly regime: ShownRegime | null }[]
  /** Whether the body has put its own in place of the solution's. */
  readonly adjusted: boolean
}

/**
 * The regime of a procedure, in force and to come.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function viewRegime(context: Context, name: ProcedureName): Promise<RegimeView> {
  await requireStudio(context)
  const release = (await definitionsOf(context)).solutions.get(name.solution)
  const procedure = procedureOf(release?.solution.procedures, name.procedure)
  const own = (await currentAdjustments(context.db)).get(name.solution)
  const today = todayOf(context)
  const coming = (procedure.regimeChanges ?? []).filter(({ since }) => since > today)
  return {
    title: procedure.title,
    version: own?.version ?? 0,
    today,
    earliest: addDays(today, 1),
    inForce: shownRegime(regimeOn(procedure, today)),
    coming: coming.map(({ since, regime }) => ({ since, regime: shownRegime(regime ?? undefined) })),
    adjusted: (own?.adjustments.procedures?.[name.procedure]?.regimes ?? []).at(-1)?.regime != null,
  }
}

/** The answers that decide, with what a text of its own may say otherwise than the general rule. */
export type AdoptedRegime = {
  readonly answers: SilenceAnswers
  readonly months: number
  readonly legalBasis: LocalizedText
}

export type RegimeRefused = {
  readonly ok: false
  readonly problems: readonly {
    readonly path: 'since' | 'months' | 'legalBasis' | 'answers'
    /** When the check of the solution says why. */
    readonly message?: LocalizedText
  }[]
}

/**
 * Adopts what the five questions propose for a procedure, from a day on; `null` takes up again what the solution says.
 * What is received before that day keeps its regime, whatever is adopted: the day is to come, and a change that has
 * begun is never taken back, only followed by another. One that was to begin on that day or later gives way.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`, `entry-changed`
 */
export async function adoptRegime(
  context: Context,
  request: ProcedureName & {
    readonly seen: number
    readonly since: string
    readonly adopted: AdoptedRegime | null
  },
): Promise<({ readonly ok: true } & AdjustmentsWritten) | RegimeRefused> {
  const { solution, procedure: key, seen, since, adopted } = request
  return writeAdjustments<RegimeRefused>(context, {
    solution,
    seen,
    changed: `procedures.${key}.regime`,
    change: async (current, published) => {
      procedureOf(published.procedures, key)
      const read = readRegime(since, adopted, todayOf(context))
      if (!read.ok) return read
      const own = current.procedures?.[key]
      const before = (own?.regimes ?? []).filter((change) => change.since < since)
      const isOriginal = read.change.regime === null && (before.at(-1)?.regime ?? null) === null
      const regimes = isOriginal ? before : [...before, read.change]
      const { regimes: _former, ...window } = own ?? {}
      const adjustments = withProcedure(current, key, { ...window, ...(regimes.length > 0 && { regimes }) })
      const wrong = checkAdjustments(published, adjustments).find(
        ({ code, path }) => code === 'regime-incomplete' && path === `procedures.${key}.regimes`,
      )
      if (wrong) return { ok: false, problems: [{ path: 'answers', message: wrong.message }] }
      return { ok: true, adjustments }
    },
  })
}

function readRegime(
  since: string,
  adopted: AdoptedRegime | null,
  today: string,
): { readonly ok: true; readonly change: AdjustedRegime } | RegimeRefused {
  const wrong = (path: RegimeRefused['problems'][number]['path']): RegimeRefused => ({
    ok: false,
    problems: [{ path }],
  })
  if (!adjustedRegime.shape.since.safeParse(since).success || since <= today) return wrong('since')
  if (adopted === null) return { ok: true, change: { since, regime: null } }
  const proposed = proposeRegime(adopted.answers)
  if (!proposed.complete) return wrong('answers')
  const basis = localizedText.safeParse(adopted.legalBasis)
  if (!basis.success || Object.values(basis.data).some((text) => text.trim() === ''))
    return wrong('legalBasis')
  const regime = {
    silence: proposed.regime.silence,
    period: { months: adopted.months },
    legalBasis: basis.data,
    because: proposed.regime.because,
  }
  const change = adjustedRegime.safeParse({ since, regime })
  return change.success ? { ok: true, change: change.data } : wrong('months')
}

function procedureOf(procedures: Readonly<Record<string, Procedure>> = {}, key: string): Procedure {
  const procedure = Object.hasOwn(procedures, key) ? procedures[key] : undefined
  if (!procedure) throw problem('not-found')
  return procedure
}

function todayOf({ clock, tenant }: Context): string {
  return localDay(clock.now(), tenant.timeZone)
}
