// SPDX-License-Identifier: MIT

/** More than any logo: what comes after is read to its end and left out, so that the form can be answered. */
const usualMost = 1_000_000

/** The bytes of a small file. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>, most = usualMost): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
