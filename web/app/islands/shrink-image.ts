// SPDX-License-Identifier: MIT

/** Beyond, a photo takes longer to send from a telephone than it is worth to who looks at it. */
const heavyBytes = 4_000_000
const longestSide = 2560
const quality = 0.85

/**
 * A photo made lighter when it is heavy, upright as it was taken; anything else as it is. The place where it was taken,
 * which cameras write in the file, does not go with it.
 */
export async function shrinkImage(file: File): Promise<File> {
  if (file.size <= heavyBytes || !/^image\/(jpeg|png|webp)$/.test(file.type)) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const lighter = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (!lighter || lighter.size >= file.size) return file
    return new File([lighter], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' })
  } catch {
    return file
  }
}
