// SPDX-License-Identifier: MIT
import type { TarEntry } from './tar.ts'

const partBytes = 8 * 1024 * 1024

/**
 * A stream of any length as entries of a folder, `…/000001` and so on: an archive announces the length of each entry
 * before its content, and nobody knows how long a table is before it was read.
 */
export async function* inParts(folder: string, content: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  let chunks: Buffer[] = []
  let length = 0
  let number = 0
  const part = (): TarEntry => {
    number += 1
    const entry = { name: `${folder}${String(number).padStart(6, '0')}`, content: Buffer.concat(chunks) }
    chunks = []
    length = 0
    return entry
  }
  for await (const chunk of content) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= partBytes) yield part()
  }
  if (length > 0) yield part()
}

/** The entries of an archive, with a look at the one to come. */
export type EntryCursor = {
  /** The next entry, left where it is; `undefined` at the end. */
  peek(): Promise<TarEntry | undefined>
  take(): Promise<TarEntry | undefined>
  /** The contents of the entries to come whose name starts so, in order. */
  parts(folder: string): AsyncGenerator<Buffer>
}

export function cursorOf(entries: AsyncIterable<TarEntry>): EntryCursor {
  const source = entries[Symbol.asyncIterator]()
  let ahead: Promise<TarEntry | undefined> | undefined
  const peek = () => (ahead ??= source.next().then((next) => (next.done === true ? undefined : next.value)))
  const take = () => {
    const entry = peek()
    ahead = undefined
    return entry
  }
  return {
    peek,
    take,
    async *parts(folder) {
      const isNext = async () => (await peek())?.name.startsWith(folder) === true
      while (await isNext()) {
        const entry = await take()
        if (entry) yield entry.content
      }
    },
  }
}
