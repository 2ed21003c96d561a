// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type EventRecord, eventsByIds } from '../events/index.ts'
import { advanceAlone, advanceRuns } from './advance-runs.ts'
import { lockRunsMovedBy, type RunRow } from './flows.queries.ts'
import { openSession, type RunSession } from './run-session.ts'
import { startRuns } from './start-runs.ts'

/**
 * What else is done for each event of an entry, in the transaction that starts its runs. It may be called again with
 * the same events, and must then do nothing.
 */
export type EventListener = (tx: Tx, platform: Platform, events: readonly EventRecord[]) => Promise<void>

/**
 * Hands events to the flows: starts the runs they trigger, lets waiting runs look at their condition, and advances
 * all of them until they stop.
 *
 * All events in one transaction, since nearly always nothing fails. When something does, each event is taken again
 * with its listeners and starts in one transaction, and each run in its own: one faulty flow stops nobody else.
 */
export async function dispatchEvents(
  platform: Platform,
  listeners: readonly EventListener[],
  eventIds: readonly number[],
): Promise<void> {
  const ids = eventIds.toSorted((a, b) => a - b)
  try {
    await platform.db.transaction().execute(async (tx) => {
      const { session, runs } = await begin(tx, platform, listeners, ids)
      await advanceRuns(session, runs)
    })
  } catch (error) {
    platform.log.info({ err: error, events: ids.length }, 'events are dispatched one by one')
    await dispatchSeparately(platform, listeners, ids)
  }
}

async function dispatchSeparately(
  platform: Platform,
  listeners: readonly EventListener[],
  ids: readonly number[],
): Promise<void> {
  const failures: unknown[] = []
  for (const id of ids) {
    try {
      const runs = await platform.db
        .transaction()
        .execute(async (tx) => (await begin(tx, platform, listeners, [id])).runs)
      for (const run of runs) await advanceAlone(platform, run.id)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${ids.length} events failed`)
}

async function begin(
  tx: Tx,
  platform: Platform,
  listeners: readonly EventListener[],
  ids: readonly number[],
): Promise<{ session: RunSession; runs: RunRow[] }> {
  const found = await eventsByIds(tx, ids)
  const events = ids.flatMap((id) => found.get(id) ?? [])
  const session = openSession(tx, platform, events)
  for (const listen of listeners) await listen(tx, platform, events)
  await startRuns(session, events)
  const entryIds = [...new Set(events.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])))]
  return { session, runs: await lockRunsMovedBy(tx, ids, entryIds) }
}
