// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { clocksToLookAt, stopLooking } from './clocks.queries.ts'
import { updateClocks } from './update-clocks.ts'

const lookQueue = 'clocks.look'
/** Entries locked together: few, so that nobody waits for them. */
const batch = 100

/** Looks every hour at the clocks that time alone has changed: an alert, the end of a suspension, the last day gone. */
export async function startClocks(platform: Platform): Promise<void> {
  await platform.jobs.work(lookQueue, {}, async () => {
    await lookAtClocks(platform)
  })
  await platform.jobs.schedule(lookQueue, '7 * * * *')
}

/**
 * Brings up to date the clocks whose day has come, a batch in a transaction. Harmless when done twice, or by two
 * processes at once: each clock is told of once.
 *
 * @returns how many were looked at
 */
export async function lookAtClocks(platform: Platform): Promise<number> {
  const today = localDay(platform.clock.now(), platform.tenant.timeZone)
  let looked = 0
  for (;;) {
    const ids = await clocksToLookAt(platform.db, today, batch)
    if (ids.length === 0) return looked
    await platform.db.transaction().execute(async (tx) => {
      const kept = await updateClocks(tx, platform, ids)
      const gone = ids.filter((id) => !kept.has(id))
      if (gone.length > 0) await stopLooking(tx, gone)
    })
    looked += ids.length
  }
}
