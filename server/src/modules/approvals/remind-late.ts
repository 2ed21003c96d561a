// SPDX-License-Identifier: MIT
import { type CollectionRef, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import { takeLate } from '../change-requests/index.ts'
import { recordEvents } from '../events/index.ts'

const remindQueue = 'changes.remind'
const atATime = 200

/** Looks every hour for levels that have not decided in their days. */
export async function startApprovals(platform: Platform): Promise<void> {
  await platform.jobs.work(remindQueue, {}, async () => {
    while ((await remindLate(platform)) === atATime);
  })
  await platform.jobs.schedule(remindQueue, '17 * * * *')
}

/** Notes that levels are late, once a level: those concerned are told of that event. Returns how many were. */
export async function remindLate(platform: Platform): Promise<number> {
  const context = actingAs(platform, system)
  return platform.db.transaction().execute(async (tx) => {
    const late = await takeLate(tx, platform.clock.now(), atATime)
    await recordEvents(
      tx,
      late.map(({ id, entry_id, collection, circuit, level }) => ({
        context,
        kind: 'change.late' as const,
        // Written by `proposeChanges`, which takes a collection reference.
        entry: { id: entry_id, collection: collection as CollectionRef },
        payload: { changeRequestId: id, circuit, level },
      })),
    )
    return late.length
  })
}
