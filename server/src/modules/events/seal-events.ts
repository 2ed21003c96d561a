// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { EventRecord } from './event.ts'
import { insertSeal, lastSeal, lockUnsealed } from './events.queries.ts'
import { leafHash, merkleRoot, sealHash } from './merkle.ts'

const batchSize = 2_000

/**
 * Seals the events written since the last seal: a hash tree over the batch, chained to the seal before.
 *
 * Runs as a job, so that writing an event takes no lock on the chain. An event that commits late simply enters a
 * later batch: a seal keeps the ids it covers.
 *
 * @returns how many events were sealed
 */
export async function sealEvents(platform: Platform): Promise<number> {
  let sealed = 0
  for (;;) {
    const count = await sealBatch(platform)
    sealed += count
    if (count < batchSize) return sealed
  }
}

async function sealBatch(platform: Platform): Promise<number> {
  return platform.db.transaction().execute(async (tx) => {
    const events = await lockUnsealed(tx, batchSize)
    if (events.length === 0) return 0
    const sealedAt = platform.clock.now()
    const previous = (await lastSeal(tx))?.hash ?? null
    const leaves = events.map((event) => leafHash(canonical(event)))
    const root = merkleRoot(leaves)
    await insertSeal(tx, {
      sealedAt,
      previous,
      root,
      hash: sealHash(previous, root, sealedAt),
      eventIds: events.map((event) => event.id),
      leaves,
    })
    return events.length
  })
}

/** The one text of an event that is hashed: keys in order, whatever order the database gives them back in. */
export function canonical(event: EventRecord): string {
  const { id, at, kind, entryId, collection, actor, payload } = event
  return stable({ id, at: at.toISOString(), kind, entryId, collection, actor, payload })
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${stable(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}
