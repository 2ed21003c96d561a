// SPDX-License-Identifier: MIT
import type { Step } from '@guichet/engine'
import { all, type Outcome } from './outcome.ts'
import type { Run, RunSession } from './run-session.ts'
import { performCondition, performEnd, performWait, performWaitUntil } from './steps/conditions.ts'
import { performChangeEntry, performMoveEntry, performSetNumber } from './steps/entries.ts'
import { performRevokeLinks } from './steps/links.ts'
import { performNotify } from './steps/notify.ts'
import { performCloseTasks, performCreateTask } from './steps/tasks.ts'

/** Performs a step for the runs that stand at it. Throws when one of them cannot. */
export function performStep(
  session: RunSession,
  step: Step,
  runs: readonly Run[],
): Promise<ReadonlyMap<string, Outcome>> {
  switch (step.kind) {
    case 'condition':
      return performCondition(session, step, runs)
    case 'notify':
      return performNotify(session, step, runs)
    case 'revoke-links':
      return performRevokeLinks(session, step, runs)
    case 'create-task':
      return performCreateTask(session, step, runs)
    case 'close-tasks':
      return performCloseTasks(session, step, runs)
    case 'wait':
      return performWait(session, step, runs)
    case 'wait-until':
      return performWaitUntil(session, step, runs)
    case 'change-entry':
      return performChangeEntry(session, step, runs)
    case 'move-entry':
      return performMoveEntry(session, step, runs)
    case 'set-number':
      return performSetNumber(session, step, runs)
    case 'call-http':
      return Promise.resolve(all(runs, { kind: 'call' }))
    case 'end':
      return performEnd(session, step, runs)
  }
}
