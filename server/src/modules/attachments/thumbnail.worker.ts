// SPDX-License-Identifier: MIT
import sharp from 'sharp'

/** A picture to make small, in a thread of its own: a hostile one costs that thread, not the server. */
export type ThumbnailOrder = { readonly content: Uint8Array; readonly side: number }

/** Larger pictures are refused before they are unfolded: 50 million pixels are a very good camera. */
const mostPixels = 50_000_000

/**
 * The picture within a square, upright, as WebP without any of its metadata: a photo taken by a telephone says where
 * it was taken. `null` for what is not a picture after all.
 */
export default async function makeThumbnail({ content, side }: ThumbnailOrder): Promise<Uint8Array | null> {
  try {
    const picture = sharp(content, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' })
    const { data } = await picture
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 76 })
      .toBuffer({ resolveWithObject: true })
    return new Uint8Array(data)
  } catch {
    return null
  }
}
