// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'

/** The bytes of a file being received. Parsers of forms say so when they have cut it at their own limit. */
export type IncomingFile = AsyncIterable<Uint8Array> & { readonly truncated?: boolean }

export type HeadedStream = {
  /** The first bytes, fewer than asked when the stream is shorter. */
  readonly head: Uint8Array
  /** The whole stream again, head included. */
  readonly whole: Readable
  /** Reads the rest away, so that whoever writes the stream (a form being received) can go on. */
  readonly discard: () => Promise<void>
}

/** Reads the first bytes of a stream without losing them. */
export async function headOfStream(source: IncomingFile, bytes: number): Promise<HeadedStream> {
  const iterator = source[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < bytes) {
    const next = await iterator.next()
    if (next.done === true) break
    first.push(next.value)
    length += next.value.length
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* first
    yield* rest(iterator)
  }
  return {
    head: Buffer.concat(first).subarray(0, bytes),
    whole: Readable.from(whole(), { objectMode: false }),
    discard: async () => {
      for await (const chunk of rest(iterator)) void chunk
    },
  }
}

async function* rest(iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (;;) {
    const next = await iterator.next()
    if (next.done === true) return
    yield next.value
  }
}
