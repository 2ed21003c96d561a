// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { inParts } from './parts.ts'
import { readTar, TarError, writeTar, type TarEntry } from './tar.ts'

const at = new Date('2026-11-21T11:00:00Z')
const entries: TarEntry[] = [
  { name: 'manifest.json', content: Buffer.from('{}') },
  { name: 'tables/public.été/000001', content: Buffer.alloc(512, 7) },
  { name: 'empty', content: Buffer.alloc(0) },
  { name: 'files/long', content: Buffer.alloc(100_001, 'x') },
]

async function* streamOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

async function written(): Promise<Buffer> {
  return Buffer.concat(await all(writeTar(streamOf(entries), at)))
}

const readBack = (archive: Buffer, chunk: number) =>
  all(
    readTar(
      streamOf(
        Array.from({ length: Math.ceil(archive.length / chunk) }, (_, index) =>
          archive.subarray(index * chunk, (index + 1) * chunk),
        ),
      ),
    ),
  )

describe('an archive', () => {
  it.each([1, 511, 512, 65_536, 1_000_000])(
    'gives its entries back, read %d bytes at a time',
    async (chunk) => {
      expect(await readBack(await written(), chunk)).toEqual(entries)
    },
  )

  it.each([
    ['cut in a header', (archive: Buffer) => archive.subarray(0, 300)],
    ['cut in a content', (archive: Buffer) => archive.subarray(0, archive.length - 50_000)],
    ['without its end', (archive: Buffer) => archive.subarray(0, archive.length - 1_024)],
    ['with a header changed', (archive: Buffer) => Buffer.concat([Buffer.from('M'), archive.subarray(1)])],
    ['that is something else', () => Buffer.from('%PDF-1.7\n'.repeat(100))],
  ])('%s is refused', async (_, change) => {
    await expect(readBack(change(await written()), 4_096)).rejects.toBeInstanceOf(TarError)
  })

  it('takes no name that its header cannot hold', async () => {
    const long = streamOf([{ name: 'x'.repeat(101), content: Buffer.alloc(0) }])
    await expect(all(writeTar(long, at))).rejects.toThrow('too long')
  })
})

describe('a long content', () => {
  it('is cut in numbered parts, none of them empty', async () => {
    const chunk = Buffer.alloc(3 * 1024 * 1024, 1)
    const parts = await all(inParts('tables/x/', streamOf([chunk, chunk, chunk, chunk])))
    expect(parts.map(({ name, content }) => [name, content.length])).toEqual([
      ['tables/x/000001', 9 * 1024 * 1024],
      ['tables/x/000002', 3 * 1024 * 1024],
    ])
    expect(await all(inParts('tables/x/', streamOf([])))).toEqual([])
  })
})
