// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { takeTransition } from '../entries/index.ts'
import { eventsOfEntry } from '../events/index.ts'
import {
  attachFile,
  depositFile,
  listEntryFiles,
  openAttachment,
  openThumbnail,
  removeFile,
  restoreFile,
} from './index.ts'

let club: TestTenant
let secretary: Context
let colleague: Context
let player: Context
let stranger: Context
let id: string
let photo: Buffer

beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  colleague = club.as(await club.person('Paul Arène', { secretary: office }))
  player = club.as(await club.person('Élise Courrière'))
  stranger = club.as(await club.person('Rose Tavan'))
  photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#a63d19' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'place of the photo' } })
    .toBuffer()
})
afterAll(() => club.close())
beforeEach(async () => {
  const owner = player.actor.kind === 'person' ? player.actor.personId : undefined
  id = await club.entry('club.licence', { playerName: 'Élise', level: 'beginner' }, owner)
})

const attach = async (
  who: Context,
  audience: 'handlers' | 'everyone',
  name = 'constat.jpg',
  bytes = photo,
) => {
  const received = await attachFile(who, Readable.from([bytes]), { entryId: id, name, audience })
  if (!received.ok) throw new Error(received.problem.code)
  return received.attachment.id
}
const namesFor = async (who: Context) => (await listEntryFiles(who, id)).map(({ name }) => name)

describe('a file put beside the answers', () => {
  it('is read by those who handle the entry, and by the applicant when it is for everyone', async () => {
    await attach(secretary, 'handlers', 'interne.jpg')
    await attach(secretary, 'everyone', 'constat.jpg')
    expect(await namesFor(colleague)).toEqual(['interne.jpg', 'constat.jpg'])
    expect(await namesFor(player)).toEqual(['constat.jpg'])
    await expect(listEntryFiles(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is a fact of the history', async () => {
    const file = await attach(secretary, 'handlers')
    expect((await eventsOfEntry(club.platform.db, id, 5))[0]).toMatchObject({
      kind: 'document.deposited',
      payload: { attachmentId: file, name: 'constat.jpg' },
      actor: { name: 'Nadia Benaïssa' },
    })
  })

  it('is taken away by who put it there, and brought back', async () => {
    const file = await attach(secretary, 'everyone')
    expect((await listEntryFiles(secretary, id))[0]).toMatchObject({ shared: 'everyone', mayRemove: true })
    expect((await listEntryFiles(colleague, id))[0]?.mayRemove).toBe(false)
    await removeFile(secretary, file)
    expect(await namesFor(secretary)).toEqual([])
    await expect(openAttachment(player, file)).rejects.toMatchObject({ code: 'not-found' })
    await restoreFile(secretary, file)
    expect(await namesFor(player)).toEqual(['constat.jpg'])
  })

  it('is nobody else’s to take away', async () => {
    const file = await attach(secretary, 'everyone')
    for (const who of [colleague, player, stranger, club.nobody]) {
      await expect(removeFile(who, file)).rejects.toMatchObject({ code: 'not-found' })
      await expect(restoreFile(who, file)).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(removeFile(secretary, 'constructor')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves the files of answers alone', async () => {
    const received = await depositFile(secretary, Readable.from([photo]), {
      entryId: id,
      field: 'photos',
      name: 'photo.jpg',
    })
    const file = received.ok ? received.attachment.id : ''
    await expect(removeFile(secretary, file)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    ['the applicant', () => player, 'not-allowed'],
    ['somebody else', () => stranger, 'not-found'],
    ['nobody', () => club.nobody, 'not-found'],
  ])('is refused to %s', async (_, who, code) => {
    await expect(attach(who(), 'everyone')).rejects.toMatchObject({ code })
  })

  it('is judged by its content, as any other', async () => {
    const script = Buffer.from('<script>alert(1)</script>')
    await expect(attach(secretary, 'everyone', 'photo.jpg', script)).rejects.toThrow(/file_/)
  })
})

describe('a picture made small', () => {
  it('is upright, small, and says nothing of where it was taken', async () => {
    const file = await attach(secretary, 'everyone')
    const served = await openThumbnail(player, file, 'small')
    const bytes = await buffer(await served.open())
    const { width, height, format, exif } = await sharp(bytes).metadata()
    expect([width, height, format, exif]).toEqual([320, 240, 'webp', undefined])
    expect(served.headers['content-type']).toBe('image/webp')
    const again = await openThumbnail(colleague, file, 'small')
    expect(await buffer(await again.open())).toEqual(bytes)
  })

  it('is never made larger than it was', async () => {
    const file = await attach(secretary, 'everyone')
    const bytes = await buffer(await (await openThumbnail(secretary, file, 'large')).open())
    expect((await sharp(bytes).metadata()).width).toBe(800)
  })

  it('is seen by those who may read the file, and by nobody else', async () => {
    const file = await attach(secretary, 'handlers')
    await expect(openThumbnail(player, file, 'small')).rejects.toMatchObject({ code: 'not-found' })
    await expect(openThumbnail(stranger, file, 'small')).rejects.toMatchObject({ code: 'not-found' })
    await expect(openThumbnail(club.nobody, file, 'small')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is not there for what is no picture', async () => {
    const pdf = await attach(secretary, 'everyone', 'plan.pdf', Buffer.from('%PDF-1.7\n'))
    await expect(openThumbnail(secretary, pdf, 'small')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is the picture itself when it cannot be made small', async () => {
    const broken = Buffer.concat([Buffer.from('ffd8ffe000104a464946000101', 'hex'), Buffer.alloc(300, 7)])
    const file = await attach(secretary, 'everyone', 'casse.jpg', broken)
    for (const size of ['small', 'large'] as const) {
      const served = await openThumbnail(secretary, file, size)
      expect(served.headers['content-type']).toBe('image/jpeg')
      expect(await buffer(await served.open())).toEqual(broken)
    }
  })

  it('outlives the move of its entry', async () => {
    const file = await attach(secretary, 'everyone')
    await takeTransition(secretary, { id, version: 1, key: 'refuse', reason: 'Complet' })
    expect((await openThumbnail(player, file, 'small')).headers.etag).toContain('-320')
  })
})
