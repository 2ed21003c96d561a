// SPDX-License-Identifier: MIT
import type { Branch, Step } from '@guichet/engine'
import type { Run, RunSession } from './run-session.ts'

/** What performing a step came to. Failures are thrown. */
export type Outcome =
  | { readonly kind: 'done'; readonly output?: unknown; readonly branch?: Branch }
  /** Nothing more until that instant or, for a step that watches, until a fact of the entry. */
  | { readonly kind: 'wait'; readonly until: Date | null; readonly watches: boolean }
  /** To be called outside of any transaction. */
  | { readonly kind: 'call' }
  /** The run is over. */
  | { readonly kind: 'end'; readonly output?: unknown }

/**
 * Performs one step for runs that stand at it, with what they follow alike: as few statements as one run would take.
 * Returns the outcome of each run, by its id.
 */
export type Perform<S extends Step> = (
  session: RunSession,
  step: S,
  runs: readonly Run[],
) => Promise<ReadonlyMap<string, Outcome>>

export type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>

/** The same outcome for all. */
export function all(runs: readonly Run[], outcome: Outcome): ReadonlyMap<string, Outcome> {
  return new Map(runs.map(({ row }) => [row.id, outcome]))
}

/** One run after another, where a step can only be performed one entry at a time. */
export async function each(
  runs: readonly Run[],
  perform: (run: Run) => Promise<Outcome>,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  for (const run of runs) outcomes.set(run.row.id, await perform(run))
  return outcomes
}

/** The entry was deleted: nothing of the flow concerns anybody any more. */
export const entryGone: Outcome = { kind: 'end', output: { ended: 'entry-deleted' } }
