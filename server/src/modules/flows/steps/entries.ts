// SPDX-License-Identifier: MIT
import { changeEntry, giveNumber, type LoadedEntry, takeTransition } from '../../entries/index.ts'
import { each, entryGone, type Outcome, type Perform, type StepOf } from '../outcome.ts'
import type { Run, RunSession } from '../run-session.ts'
import { stepValues } from '../step-values.ts'

/** Writes computed or given values to the entry, as the system. */
export const performChangeEntry: Perform<StepOf<'change-entry'>> = (session, step, runs) =>
  each(runs, (run) =>
    onEntry(session, run, async (entry) => {
      const values = await stepValues(session, run, step.set)
      const context = session.contextOf(run)
      await changeEntry(context, { id: entry.id, version: entry.version, values }, session.tx)
    }),
  )

/** Takes a transition as the system. Refused, the run is parked with the refusal. */
export const performMoveEntry: Perform<StepOf<'move-entry'>> = (session, step, runs) =>
  each(runs, (run) =>
    onEntry(session, run, async (entry) => {
      const reason = step.reason?.fr
      const request = {
        id: entry.id,
        version: entry.version,
        key: step.transition,
        ...(reason && { reason }),
      }
      await takeTransition(session.contextOf(run), request, session.tx)
    }),
  )

/** Gives the entry its human number, unless it has one. */
export const performSetNumber: Perform<StepOf<'set-number'>> = (session, _, runs) =>
  each(runs, (run) =>
    onEntry(session, run, async (entry) => {
      await giveNumber(session.contextOf(run), entry.id, session.tx)
    }),
  )

/** Acts on the entry, locked, as it is now: between two steps others may have written. */
async function onEntry(
  session: RunSession,
  run: Run,
  act: (entry: LoadedEntry) => Promise<void>,
): Promise<Outcome> {
  const entry = await session.lockEntryOf(run)
  if (!entry) return entryGone
  await act(entry)
  session.forgetEntry(entry.id)
  return { kind: 'done' }
}
