// SPDX-License-Identifier: MIT
import { compileExpression, type StepValue } from '@guichet/engine'
import { eventVariables } from './fact-of.ts'
import { StepRefused } from './run-error.ts'
import type { Run, RunSession } from './run-session.ts'

/** The values a step writes: as given, or computed by an expression over `entry`, `event` and `steps`. */
export async function stepValues(
  session: RunSession,
  run: Run,
  values: Readonly<Record<string, StepValue>>,
): Promise<Record<string, unknown>> {
  const computed: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) computed[key] = await stepValue(session, run, value)
  return computed
}

/** One such value. An expression with an empty operand is empty. */
export async function stepValue(session: RunSession, run: Run, value: StepValue): Promise<unknown> {
  if (value === null || typeof value !== 'object') return value
  const { timeZone } = session.platform.tenant
  const compiled = compileExpression(value.expression, { cache: run.release.expressions, timeZone })
  const outcome = compiled.ok ? compiled.run(await runVariables(session, run)) : compiled
  if (!outcome.ok) throw new StepRefused({ code: 'expression-faulty', detail: outcome.problem.code })
  return outcome.value
}

/** What expressions read: stored values under `entry`, with its system values. */
export async function runVariables(session: RunSession, run: Run): Promise<Record<string, unknown>> {
  const [entry, event, steps] = [
    await session.entryOf(run),
    await session.eventOf(run),
    await session.outputsOf(run),
  ]
  const system = entry && {
    id: entry.id,
    number: entry.number,
    title: entry.title,
    state: entry.state,
    owner: entry.owner,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
    closedAt: entry.closedAt?.toISOString() ?? null,
    legalDueOn: entry.legalDueOn,
  }
  return { entry: { ...entry?.values, ...system }, event: event ? eventVariables(event) : {}, steps }
}
