// SPDX-License-Identifier: MIT
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '../clock.ts'
import type { BlobPlace } from './blob-place.ts'
import { folderPlace } from './folder-place.ts'
import { s3Place } from './s3-place.ts'
import { type BlobStorage, createStorage } from './storage.ts'

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')
const limits = { maxBytes: 10_000_000 }

let folder: string
let server: S3rver
let bucket: Parameters<typeof s3Place>[0]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-storage-'))
  server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') })
  const { port } = await server.run()
  bucket = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'guichet',
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
  }
  const client = new S3Client({
    region: bucket.region,
    endpoint: bucket.endpoint ?? '',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  })
  await client.send(new CreateBucketCommand({ Bucket: 'guichet' }))
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const places: Record<string, () => BlobPlace> = {
  'a folder': () => folderPlace(join(folder, 'blobs')),
  'an S3 bucket': () => s3Place(bucket),
}

describe.each(Object.keys(places))('files kept in %s', (kind) => {
  let storage: BlobStorage
  let spoolFolder: string
  beforeAll(async () => {
    spoolFolder = join(folder, `incoming of ${kind}`)
    const place = places[kind]
    if (!place) throw new Error(kind)
    storage = await createStorage(place(), spoolFolder, systemClock)
  })

  it('come back byte for byte under the digest of their content', async () => {
    const content = randomBytes(3_000_000)
    const stored = await storage.put(Readable.from([content.subarray(0, 7), content.subarray(7)]), limits)
    expect(stored).toMatchObject({ sha256: sha256(content), size: 3_000_000 })
    expect(Buffer.from(stored.head)).toEqual(content.subarray(0, 4_100))
    expect(sha256(await buffer(await storage.read(stored.sha256)))).toBe(stored.sha256)
    expect(await readdir(spoolFolder)).toEqual([])
  })

  it('may be empty', async () => {
    const { sha256: name, size } = await storage.put(Readable.from([]), limits)
    expect(size).toBe(0)
    expect(await buffer(await storage.read(name))).toHaveLength(0)
  })

  it('are stored once however often and together they are sent', async () => {
    const content = randomBytes(50_000)
    const all = await Promise.all([1, 2, 3, 4].map(() => storage.put(Readable.from([content]), limits)))
    expect(new Set(all.map((stored) => stored.sha256)).size).toBe(1)
    expect(sha256(await buffer(await storage.read(sha256(content))))).toBe(sha256(content))
  })

  it('are refused beyond the limit, and nothing is left of them', async () => {
    const content = randomBytes(10_001)
    await expect(storage.put(Readable.from([content]), { maxBytes: 10_000 })).rejects.toMatchObject({
      code: 'too-large',
      data: { maxBytes: 10_000 },
    })
    expect(await storage.has(sha256(content))).toBe(false)
    expect(await readdir(spoolFolder)).toEqual([])
    await expect(storage.put(Readable.from([content]), { maxBytes: 10_001 })).resolves.toBeDefined()
  })

  it('leave nothing when the sender is cut off', async () => {
    const sender = new PassThrough()
    const storing = storage.put(sender, limits)
    sender.write(randomBytes(1000))
    sender.destroy(new Error('connection reset'))
    await expect(storing).rejects.toThrow('connection reset')
    expect(await readdir(spoolFolder)).toEqual([])
  })

  it('are not found when they never came, were removed, or are asked for by a path', async () => {
    const { sha256: name } = await storage.put(Readable.from([randomBytes(10)]), limits)
    await storage.remove(name)
    await storage.remove(name)
    expect(await storage.has(name)).toBe(false)
    for (const absent of [name, '../../../etc/passwd', '']) {
      await expect(storage.read(absent)).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('can be checked', async () => {
    await expect(storage.check()).resolves.toBeUndefined()
  })
})

describe('a storage in trouble', () => {
  it('says that files are unavailable when the bucket does not answer', async () => {
    const place = s3Place({ ...bucket, endpoint: 'http://127.0.0.1:1' })
    const storage = await createStorage(place, join(folder, 'incoming'), systemClock)
    await expect(storage.check()).rejects.toMatchObject({ code: 'storage-unavailable', status: 503 })
    await expect(storage.put(Readable.from(['a']), limits)).rejects.toMatchObject({
      code: 'storage-unavailable',
    })
  })

  it('says that there is no room when the disk is full', async () => {
    const full = new Readable({
      read() {
        this.destroy(
          Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' }),
        )
      },
    })
    const storage = await createStorage(
      folderPlace(join(folder, 'full')),
      join(folder, 'incoming'),
      systemClock,
    )
    await expect(storage.put(full, limits)).rejects.toMatchObject({ code: 'storage-full', status: 507 })
  })

  it('forgets at its start the files that a killed process was receiving a day ago, and no younger ones', async () => {
    const spoolFolder = join(folder, 'interrupted')
    const place = folderPlace(join(folder, 'blobs'))
    await createStorage(place, spoolFolder, systemClock)
    await writeFile(join(spoolFolder, 'old'), 'x')
    await writeFile(join(spoolFolder, 'young'), 'x')
    const twoDaysAgo = new Date(systemClock.now().getTime() - 2 * 86_400_000)
    await utimes(join(spoolFolder, 'old'), twoDaysAgo, twoDaysAgo)
    await createStorage(place, spoolFolder, systemClock)
    expect(await readdir(spoolFolder)).toEqual(['young'])
  })
})
