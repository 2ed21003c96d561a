// SPDX-License-Identifier: MIT
import type { BodyLogo } from '@guichet/engine'
import sharp from 'sharp'

/** Twice what mails show: screens of telephones have two points for one. */
const size = { width: 320, height: 80 }
/** Refused before they are unfolded. */
const mostPixels = 40_000_000

/**
 * The picture as a PNG, for mail programs that show no other; nothing when it is one that they all show, or when it
 * cannot be drawn: the mail then has the product's mark. What draws runs out of the event loop.
 */
export async function mailPicture(type: BodyLogo['type'], bytes: Uint8Array): Promise<Buffer | undefined> {
  if (type === 'image/png' || type === 'image/jpeg') return undefined
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, density: 144 })
      .resize({ ...size, fit: 'inside' })
      .png()
      .toBuffer()
  } catch {
    return undefined
  }
}
