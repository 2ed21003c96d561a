// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { deleteReadsBefore } from './sensitive-reads.queries.ts'

const forgetQueue = 'reads.forget'
const atATime = 10_000

/** Every night, forgets the reads that are older than a year. */
export async function startForgettingReads(platform: Platform): Promise<void> {
  await platform.jobs.work(forgetQueue, {}, () => forgetOldReads(platform))
  await platform.jobs.schedule(forgetQueue, '23 3 * * *')
}

/**
 * Forgets the reads made more than twelve months ago: long enough to look into a doubt, short enough not to keep a file
 * on those who work (CNIL, délibération n° 2021-122 on logs: six months to one year).
 */
export async function forgetOldReads(platform: Platform): Promise<void> {
  const before = platform.clock.now()
  before.setUTCFullYear(before.getUTCFullYear() - 1)
  while ((await deleteReadsBefore(platform.db, before, atATime)) === atATime);
}
