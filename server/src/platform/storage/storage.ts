// SPDX-License-Identifier: MIT
import type { Readable } from 'node:stream'
import type { Clock } from '../clock.ts'
import { problem } from '../http/problems.ts'
import type { BlobPlace } from './blob-place.ts'
import { cleanSpool, spool } from './spool.ts'

/** What is known of bytes once they are stored. */
export type StoredBlob = {
  /** SHA-256 of the content, in hexadecimal: its name for ever. */
  readonly sha256: string
  readonly size: number
  /** The first bytes, from which the type is told; names are never trusted. */
  readonly head: Uint8Array
}

/**
 * Files by their content: the same bytes are stored once, and a name never leads to other bytes. Who may read them is
 * not decided here.
 */
export type BlobStorage = {
  /**
   * Stores a stream without holding it in memory. Refuses with `too-large` beyond `maxBytes`, with `storage-full` or
   * `storage-unavailable`; nothing is left of what was refused or cut.
   */
  put(content: Readable, limits: { maxBytes: number }): Promise<StoredBlob>
  /** The bytes; `not-found` when there are none of that name. */
  read(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
  /** Resolves when files can be read and stored now; rejects with the problem otherwise. */
  check(): Promise<void>
}

/** A storage that receives files in `spoolFolder` (on the same disk as the place, when that is a folder). */
export async function createStorage(
  place: BlobPlace,
  spoolFolder: string,
  clock: Clock,
): Promise<BlobStorage> {
  await cleanSpool(spoolFolder, clock.now())
  return {
    put: async (content, { maxBytes }) => {
      const { file, discard, ...blob } = await spool(content, spoolFolder, maxBytes)
      try {
        if (!(await place.has(blob.sha256))) await place.keep(file, blob.sha256, blob.size)
      } finally {
        await discard()
      }
      return blob
    },
    read: (sha256) => (isSha256(sha256) ? place.open(sha256) : Promise.reject(problem('not-found'))),
    has: async (sha256) => isSha256(sha256) && place.has(sha256),
    remove: async (sha256) => {
      if (isSha256(sha256)) await place.remove(sha256)
    },
    check: () => place.check(),
  }
}

/** Anything else would be a path of somebody's choice. */
function isSha256(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name)
}
