// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import { type Clock, systemClock } from './clock.ts'

/** Where identifiers come from; injected so that a test can foresee them. */
export type Ids = { next(): string }

/**
 * UUID version 7 (RFC 9562 §5.7): the first 48 bits are the time in milliseconds, so that new rows land side
 * by side in an index. Within one millisecond the 12 bits that follow count up: the order of one process's
 * identifiers is the order in which they were asked for. Not a secret: see `randomToken`.
 */
export function uuidV7Ids(clock: Clock = systemClock): Ids {
  let last = 0
  let counter = 0
  return {
    next: () => {
      const now = clock.now().getTime()
      if (now > last) {
        last = now
        // Starts in the lower half, which leaves 2048 identifiers before the millisecond is borrowed below.
        counter = randomBytes(2).readUInt16BE() & 0x7ff
      } else if (++counter > 0xfff) {
        last += 1
        counter = 0
      }
      return format(last, counter, randomBytes(8))
    },
  }
}

/** An unguessable token of `bytes` random bytes, in base64url: 32 for a link, whatever the address it goes in. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

function format(milliseconds: number, counter: number, random: Buffer): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const variant = ((random[0] ?? 0) & 0x3f) | 0x80
  const tail = variant.toString(16) + random.subarray(1).toString('hex')
  const middle = `7${counter.toString(16).padStart(3, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
