// SPDX-License-Identifier: MIT
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { problem } from '../http/problems.ts'
import { storageProblem } from './storage-problem.ts'

export type Spooled = {
  readonly file: string
  readonly sha256: string
  readonly size: number
  readonly head: Uint8Array
  /** Removes the file if it is still there. */
  readonly discard: () => Promise<void>
}

/** Enough for every signature that tells a type by content. */
const headBytes = 4_100

/** Writes a stream to a file of its own, flushed to the disk, and measures it on the way. */
export async function spool(content: Readable, folder: string, maxBytes: number): Promise<Spooled> {
  const file = join(folder, randomUUID())
  const discard = () => rm(file, { force: true })
  const meter = createMeter(maxBytes)
  try {
    await pipeline(content, meter.through, createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }))
  } catch (error) {
    await discard()
    throw storageProblem(error)
  }
  return { file, discard, ...meter.result() }
}

/** Makes the folder, and removes what a killed process left in it a day ago or before. */
export async function cleanSpool(folder: string, now: Date): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const yesterday = now.getTime() - 86_400_000
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const found = await stat(file).catch(() => undefined)
    if (found && found.mtimeMs < yesterday) await rm(file, { force: true })
  }
}

function createMeter(maxBytes: number) {
  const hash = createHash('sha256')
  const head: Buffer[] = []
  let size = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < headBytes) head.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      if (size > maxBytes) return done(problem('too-large', { maxBytes }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const result = () => ({ sha256: hash.digest('hex'), size, head: new Uint8Array(Buffer.concat(head)) })
  return { through, result }
}
