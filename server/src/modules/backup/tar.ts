// SPDX-License-Identifier: MIT

/** One file of an archive, small enough to be held in memory. */
export type TarEntry = { readonly name: string; readonly content: Buffer }

const block = 512
/** Nothing we write comes near it; an archive that claims more is not ours. */
const largestEntry = 64 * 1024 * 1024

/** Offsets and lengths of the header of the ustar format (POSIX.1-2017, pax, « ustar Interchange Format »). */
const field = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  magic: [257, 8],
} as const

/** An archive that `tar` reads, made as it is asked for. Names are at most 100 bytes. */
export async function* writeTar(entries: AsyncIterable<TarEntry>, at: Date): AsyncGenerator<Buffer> {
  for await (const { name, content } of entries) {
    yield headerOf(name, content.length, at)
    yield content
    yield Buffer.alloc(paddingOf(content.length))
  }
  yield Buffer.alloc(2 * block)
}

/**
 * The entries of an archive written by `writeTar`, one after the other.
 *
 * @throws TarError when it is cut short, damaged, or something else
 */
export async function* readTar(archive: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const take = takerOf(archive)
  for (;;) {
    const header = await take(block)
    if (header.every((byte) => byte === 0)) return
    if (checksumOf(header) !== octal(header, 'checksum')) throw new TarError('a header is damaged')
    const size = octal(header, 'size')
    if (size > largestEntry) throw new TarError('an entry is too long')
    const name = text(header, 'name')
    const content = await take(size)
    await take(paddingOf(size))
    yield { name, content }
  }
}

/** The archive is not what it should be; the message says how, for a log. */
export class TarError extends Error {
  override name = 'TarError'
}

function headerOf(name: string, size: number, at: Date): Buffer {
  const header = Buffer.alloc(block)
  const put = (key: keyof typeof field, value: string) => header.write(value, field[key][0], 'latin1')
  if (header.write(name, 0, 'utf8') > field.name[1]) throw new Error(`${name} is too long for an archive`)
  put('mode', '0000600\0')
  put('uid', '0000000\0')
  put('gid', '0000000\0')
  put('size', `${size.toString(8).padStart(11, '0')}\0`)
  put(
    'mtime',
    `${Math.floor(at.getTime() / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
  )
  put('type', '0')
  put('magic', 'ustar\x0000')
  put('checksum', `${checksumOf(header).toString(8).padStart(6, '0')}\0 `)
  return header
}

/** Sum of the bytes of the header, its own checksum read as spaces. */
function checksumOf(header: Buffer): number {
  const [start, length] = field.checksum
  return header.reduce((sum, byte, at) => sum + (at >= start && at < start + length ? 0x20 : byte), 0)
}

function paddingOf(size: number): number {
  return (block - (size % block)) % block
}

function text(header: Buffer, key: keyof typeof field): string {
  const [start, length] = field[key]
  const bytes = header.subarray(start, start + length)
  const end = bytes.indexOf(0)
  return bytes.subarray(0, end < 0 ? length : end).toString('utf8')
}

function octal(header: Buffer, key: 'size' | 'checksum'): number {
  const digits = text(header, key).trim()
  if (!/^[0-7]+$/.test(digits)) throw new TarError('this is not an archive')
  return Number.parseInt(digits, 8)
}

/** Takes exactly so many bytes of a stream at each call. */
function takerOf(archive: AsyncIterable<Buffer>): (size: number) => Promise<Buffer> {
  const source = archive[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return async (size) => {
    const chunks = [rest]
    let length = rest.length
    while (length < size) {
      const { done, value } = await source.next()
      if (done) throw new TarError('the archive ends too early')
      chunks.push(value)
      length += value.length
    }
    const all = chunks.length === 1 ? rest : Buffer.concat(chunks)
    rest = all.subarray(size)
    return all.subarray(0, size)
  }
}
