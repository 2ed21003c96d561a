// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Piscina } from 'piscina'
import type { Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { attachmentView, type StoredAttachment } from './attachment.ts'
import { findThumbnail, insertThumbnail } from './attachments.queries.ts'
import { isShownInPlace, serveAttachment, type ServedFile } from './serve-attachment.ts'
import type { ThumbnailOrder } from './thumbnail.worker.ts'

/** `small` in a list, `large` in a page; pixels of the longer side. */
const sides = { small: 320, large: 1_280 } as const
export type ThumbnailSize = keyof typeof sides

/** A picture that takes longer is given up. */
const patienceMs = 15_000
/** A thread that has nothing to do ends: most days nobody sends a picture at three in the morning. */
const idleMs = 20_000

/**
 * A picture made small, once, then kept; as it is when it cannot be made small and a browser shows its type. Decides
 * nothing about who may see it: the caller has.
 *
 * @throws Problem `not-found` for what is not a picture
 */
export async function serveThumbnail(
  platform: Platform,
  stored: StoredAttachment,
  size: ThumbnailSize,
): Promise<ServedFile> {
  if (stored.kind !== 'image') throw problem('not-found')
  const side = sides[size]
  const known = await findThumbnail(platform.db, stored.sha256, side)
  const bytes = known === undefined ? await makeAndKeep(platform, stored, side) : known
  if (!bytes) {
    if (isShownInPlace(stored)) return serveAttachment(platform, stored)
    throw problem('not-found')
  }
  return {
    attachment: attachmentView(stored),
    headers: {
      'content-type': 'image/webp',
      'content-length': String(bytes.length),
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      // Asked again each time, as the file itself: the right to see it may have ended.
      'cache-control': 'private, no-cache',
      etag: `"${stored.sha256}-${side}"`,
    },
    open: () => Promise.resolve(Readable.from([bytes])),
  }
}

async function makeAndKeep(
  platform: Platform,
  { sha256 }: StoredAttachment,
  side: number,
): Promise<Buffer | null> {
  const content = await buffer(await platform.storage.read(sha256))
  const bytes = await make(platform, { content: new Uint8Array(content), side })
  await insertThumbnail(platform.db, { sha256, side, bytes, madeAt: platform.clock.now() })
  return bytes
}

async function make(platform: Platform, order: ThumbnailOrder): Promise<Buffer | null> {
  const pool = await poolOf(platform)
  const made = (await pool.run(order, { signal: AbortSignal.timeout(patienceMs) })) as Uint8Array | null
  return made && Buffer.from(made)
}

/** One thread at most: pictures wait for each other, pages for none of them. */
function poolOf({ cache, log }: Platform): Promise<Piscina> {
  return cache.remember('attachments.thumbnails', async () => {
    const pool = new Piscina({
      filename: join(import.meta.dirname, 'thumbnail.worker.ts'),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleMs,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    // Of a thread between two pictures: without a listener it would end the process.
    pool.on('error', (error) => log.warn({ err: error }, 'the thread of thumbnails failed'))
    return pool
  })
}
