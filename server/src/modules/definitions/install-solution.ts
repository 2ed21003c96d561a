// SPDX-License-Identifier: MIT
import {
  check,
  type CheckProblem,
  type Plan,
  extendedKeys,
  planPublicationAmong,
  planToSql,
  type Solution,
  tableName,
  type Tables,
} from '@guichet/engine'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { announceForget } from '../../platform/db/announce.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { recordEvent } from '../events/index.ts'
import { definitionsCacheKey, definitionsOf } from './definitions.ts'
import { existingTables, insertRelease, lockCurrentRelease } from './definitions.queries.ts'
import { giveWay, whenLocksAreFree } from './give-way.ts'
import { type Release, releaseOf } from './release.ts'

export type Preparation = {
  /** Errors refuse the publication; warnings are shown. */
  readonly problems: readonly CheckProblem[]
  readonly plan: Plan
}

/** What publishing this solution would do, without doing it. */
export async function preparePublication(context: Context, solution: Solution): Promise<Preparation> {
  return context.db.transaction().execute((tx) => prepare(tx, context, solution))
}

/**
 * Publishes a solution as a new release: typed tables made or widened, definitions in force for what is filed from
 * now on. Publishing what is already in force changes nothing and returns the release in force.
 *
 * All in one transaction: a refusal or a fault leaves everything as it was.
 *
 * @throws Problem `invalid-solution` with every broken reference and every change that would lose data
 */
export async function installSolution(context: Context, solution: Solution, by: string): Promise<Release> {
  const release = await whenLocksAreFree(context.db, async (tx) => {
    const before = await lockCurrentRelease(tx, solution.key)
    if (before && JSON.stringify(before.solution) === JSON.stringify(solution)) return before
    const { problems, plan } = await prepare(tx, context, solution, before?.solution)
    const errors = problems.filter((found) => found.severity === 'error')
    if (errors.length > 0 || plan.refusals.length > 0) {
      throw problem('invalid-solution', {
        errors: [
          ...errors.map(({ path, message, code }) => ({ path, code, text: message })),
          ...plan.refusals.map(({ path, message }) => ({ path, code: 'would-lose-data', text: message })),
        ],
      })
    }
    await giveWay(tx)
    for (const statement of planToSql(plan)) await sql.raw(statement).execute(tx)
    await createNumberSequences(tx, solution)
    return publish(tx, context, solution, (before?.number ?? 0) + 1, by)
  })
  context.cache.forget(definitionsCacheKey)
  return release
}

async function prepare(
  tx: Tx,
  context: Context,
  solution: Solution,
  before?: Solution,
): Promise<Preparation> {
  const { solutions } = await definitionsOf(context)
  const others = [...solutions.values()]
    .map((release) => release.published)
    .filter((other) => other.key !== solution.key)
  const inForce = before ?? solutions.get(solution.key)?.published
  return {
    problems: check(solution, others),
    plan: planPublicationAmong({
      before: inForce,
      after: solution,
      others,
      existing: await tablesReached(tx, inForce, solution, others),
    }),
  }
}

/** The tables that a publication may change: its own, and those of the solutions it extends. */
async function tablesReached(
  tx: Tx,
  before: Solution | undefined,
  after: Solution,
  others: readonly Solution[],
): Promise<Map<string, Tables>> {
  const reached = extendedKeys(before, after)
  const tables = new Map<string, Tables>()
  for (const one of [after, ...others.filter(({ key }) => reached.has(key))]) {
    tables.set(one.key, await existingTables(tx, one))
  }
  return tables
}

async function publish(
  tx: Tx,
  context: Context,
  solution: Solution,
  number: number,
  by: string,
): Promise<Release> {
  const release = releaseOf(context.ids.next(), number, solution)
  await insertRelease(tx, { id: release.id, number, solution, at: context.clock.now(), by })
  await recordEvent(tx, context, {
    kind: 'solution.published',
    payload: { solution: solution.key, release: number },
  })
  await announceForget(tx, definitionsCacheKey)
  return release
}

/** One sequence a collection, so that writing an entry never waits for another. */
async function createNumberSequences(tx: Tx, solution: Solution): Promise<void> {
  for (const [key, collection] of Object.entries(solution.collections)) {
    if (!collection.numbering) continue
    await sql`create sequence if not exists ${sql.id('data', numberSequence(`${solution.key}.${key}`))}`.execute(
      tx,
    )
  }
}

/** Name of the sequence that numbers a collection, in the schema `data`. */
export function numberSequence(ref: `${string}.${string}`): string {
  return `${tableName(ref).slice(0, 55)}_number`
}
