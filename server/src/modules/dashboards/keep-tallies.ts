// SPDX-License-Identifier: MIT
import type { CollectionRef, Tally } from '@guichet/engine'
import { sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import {
  countTally,
  dropKinds,
  foldDeltas,
  insertKinds,
  type Kind,
  kindsOf,
  relationOf,
  uncount,
} from './tallies.queries.ts'
import { relationName } from './tally-sql.ts'
import { makeTrigger } from './tally-trigger.ts'
import { wantedTallies } from './wanted-tallies.ts'

export const keepTalliesQueue = 'tallies.keep'

/** Folds what changed, and counts what a publication or a restoration made new: at the start and every minute. */
export async function startTallies(platform: Platform): Promise<void> {
  await platform.jobs.work(keepTalliesQueue, {}, async () => {
    try {
      await keepTallies(platform)
    } catch (error) {
      if (!isBusy(error)) throw error
      platform.log.info('a table was busy: its numbers are kept from the next minute on')
    }
  })
  await platform.jobs.schedule(keepTalliesQueue, '* * * * *')
}

/** `lock_not_available`: those who write go first. */
const isBusy = (error: unknown): boolean => (error as { code?: unknown }).code === '55P03'

/**
 * Brings the counts in line with the dashboards in force. Until a new one is counted, dashboards count the entries
 * themselves: slower, and the same.
 */
export async function keepTallies(platform: Platform): Promise<void> {
  const wanted = wantedTallies(await definitionsOf(platform), platform.tenant.timeZone)
  for (const [collection, tallies] of wanted) await keepCollection(platform, collection, tallies)
  await dropKinds(platform.db, [...wanted.keys()])
  await foldDeltas(platform.db)
}

/** How long the table's trigger is waited for, with those who write behind: the next minute tries again. */
const lockTimeoutMs = 1_000

async function keepCollection(
  platform: Platform,
  collection: CollectionRef,
  tallies: ReadonlyMap<string, Tally>,
): Promise<void> {
  const relation = await relationOf(platform.db, relationName({ collection }))
  if (relation === undefined) return
  const known = await kindsOf(platform.db, collection)
  const isSame =
    known.length === tallies.size &&
    known.every((kind) => tallies.has(kind.definition) && kind.relation === relation)
  const kinds = isSame ? known : await declare(platform, { collection, relation, tallies })
  for (const kind of kinds) {
    const tally = tallies.get(kind.definition)
    if (tally && kind.counted_at === null) {
      await countTally(platform, { id: kind.id, tally, model: (await definitionsOf(platform)).model })
    }
  }
}

type Declared = {
  readonly collection: CollectionRef
  readonly relation: number
  readonly tallies: ReadonlyMap<string, Tally>
}

/** Writes which tallies there are, and makes the table tell them its changes, while nobody writes to it. */
async function declare(platform: Platform, { collection, relation, tallies }: Declared): Promise<Kind[]> {
  const { model } = await definitionsOf(platform)
  return platform.db.transaction().execute(async (tx) => {
    await sql`select set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, true)`.execute(tx)
    await sql`lock table ${sql.raw(relationName({ collection }))} in share row exclusive mode`.execute(tx)
    const kinds = await insertKinds(tx, { collection, relation, definitions: [...tallies.keys()] })
    const numbered = kinds.flatMap(({ id, definition }) => {
      const tally = tallies.get(definition)
      return tally ? [{ id, tally }] : []
    })
    await makeTrigger(tx, numbered, { model, timeZone: platform.tenant.timeZone })
    return kinds
  })
}

/** Counts everything again: after rows were written with the triggers off. */
export async function recountTallies(platform: Platform): Promise<void> {
  await uncount(platform.db)
  await keepTallies(platform)
}
