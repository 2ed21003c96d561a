// SPDX-License-Identifier: MIT
import { revokeLinks } from '../../links/index.ts'
import { each, type Perform, type StepOf } from '../outcome.ts'

/** Ends the access links of a purpose on each run's entry. */
export const performRevokeLinks: Perform<StepOf<'revoke-links'>> = (session, step, runs) =>
  each(runs, async (run) => {
    await revokeLinks(session.tx, session.contextOf(run), {
      entryId: run.row.entry_id,
      purpose: `${run.row.solution}.${step.purpose}`,
      reason: 'flow',
    })
    return { kind: 'done' }
  })
