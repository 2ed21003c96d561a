// SPDX-License-Identifier: MIT
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that mostly wait, longest first: for a killed worker to be missed, for a database to come back. */
const waiting = [
  'platform/jobs/jobs.test.ts',
  'faults/database-away.test.ts',
  'flows/killed.test.ts',
  'platform/postgres/launcher.test.ts',
  'faults/server-killed.test.ts',
  'accounts/sign-in.test.ts',
  'bulk/killed.test.ts',
]

/**
 * Starts the files that wait before those that work, so that neither is left alone at the end. vitest would begin with
 * the largest files, or with those that took longest the last time, of which a fresh clone knows nothing.
 */
export class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    // Files of one project stay together: a worker that is kept serves one project.
    const groups = Map.groupBy(sorted, ({ project }) => project.name)
    return [...groups.values()].flatMap((group) => group.toSorted((a, b) => rank(a) - rank(b)))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = waiting.findIndex((path) => moduleId.endsWith(path))
  return at === -1 ? waiting.length : at
}
