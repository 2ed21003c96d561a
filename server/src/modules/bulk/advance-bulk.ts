// SPDX-License-Identifier: MIT
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isProblem, problem } from '../../platform/http/problems.ts'
import { takeTransition } from '../entries/index.ts'
import { actorAgain } from '../people/index.ts'
import type { Bulk } from './bulk.ts'
import { bulkById, deleteOldBulks, lockItem, markFinished, nextPlaces, saveOutcome } from './bulk.queries.ts'
import { movedOn, refusalOf } from './refusals.ts'
import { bulkQueue } from './start-bulk.ts'

/** Entries taken in one transaction, between two breaths. */
const batchSize = 10
/** Left to the pages between two batches: the process serves them too. */
const breathMs = 5

const day = 86_400_000

/** Declares the work on many entries, and the forgetting of what is done. */
export async function startBulks(platform: Platform): Promise<void> {
  await platform.jobs.work<{ bulkId: string }>(
    bulkQueue,
    { timeoutSeconds: 900, retryDelaySeconds: 2, pollingSeconds: 1 },
    ({ data, signal }) => advanceBulk(platform, data.bulkId, signal),
  )
  await platform.jobs.work('bulk.forget', {}, () => forgetBulks(platform))
  await platform.jobs.schedule('bulk.forget', '17 3 * * *')
}

/** What was prepared and left is forgotten the next day; results are kept thirty days. */
export async function forgetBulks({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const now = clock.now().getTime()
  await deleteOldBulks(db, { preparedBefore: new Date(now - day), doneBefore: new Date(now - 30 * day) })
}

/**
 * Takes the entries of a started action one after the other, in the name of whoever asked, with the roles they hold at
 * that moment. A few entries and their results are one transaction: killed anywhere and run again, nothing is done
 * twice and nothing is left out.
 *
 * @throws what is not a refusal (a database that is away): the queue tries again
 */
export async function advanceBulk(platform: Platform, id: string, signal?: AbortSignal): Promise<void> {
  const bulk = await bulkById(platform.db, id)
  if (bulk?.status !== 'running') return
  const actor = await actorAgain(platform, bulk)
  const context = actor && actingAs(platform, actor)
  for (;;) {
    signal?.throwIfAborted()
    const places = await nextPlaces(platform.db, id, batchSize)
    if (places.length === 0) break
    await platform.db.transaction().execute(async (tx) => {
      for (const place of places) await takeOne(tx, { platform, context, bulk }, place)
    })
    await pause(breathMs)
  }
  await markFinished(platform.db, id, platform.clock.now())
}

/** `context` of who asked; absent when they are no longer in the directory. */
type Taking = { readonly platform: Platform; readonly context: Context | undefined; readonly bulk: Bulk }

/** One entry with its result; a refusal undoes this entry alone. */
async function takeOne(tx: Tx, { platform, context, bulk }: Taking, place: number): Promise<void> {
  const item = await lockItem(tx, bulk.id, place)
  if (!item) return
  await sql`savepoint entry`.execute(tx)
  try {
    if (!context) throw problem('not-allowed')
    const moved = await takeTransition(
      context,
      {
        id: item.entryId,
        version: item.version,
        key: item.transition,
        answers: bulk.answers,
        ...(bulk.reason !== null && { reason: bulk.reason }),
      },
      tx,
    )
    await saveOutcome(tx, bulk.id, place, { status: 'done', toState: moved.state, at: context.clock.now() })
  } catch (error) {
    // Anything but a refusal is a fault, for the queue.
    if (!isProblem(error) || error.status >= 500) throw error
    await sql`rollback to savepoint entry`.execute(tx)
    const isChanged = error.code === 'entry-changed'
    await saveOutcome(tx, bulk.id, place, {
      status: isChanged ? 'changed' : 'refused',
      refusal: isChanged ? movedOn : refusalOf(error),
      at: platform.clock.now(),
    })
  }
  await sql`release savepoint entry`.execute(tx)
}
