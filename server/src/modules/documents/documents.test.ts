// SPDX-License-Identifier: MIT
import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Actor, nobody } from '@guichet/engine'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actingAs, type Context } from '../../platform/context.ts'
import { createHttpServer } from '../../platform/http/server.ts'
import { silentLog } from '../../platform/log.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, createEntry, takeTransition, viewEntry } from '../entries/index.ts'
import { eventsOfEntry } from '../events/index.ts'
import { depositFile, documentsRoutes, listEntryFiles, openAttachment } from './index.ts'

let club: TestTenant
let app: FastifyInstance
let foxes: string
const people = new Map<string, Actor>()
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946000101', 'hex'), Buffer.alloc(200, 7)])

beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
  people.set('secretary', await club.person('Nadia Benaïssa', { secretary: office }))
  people.set('coach', await club.person('Julien Mouret', { coach: foxes }))
  people.set('player', await club.person('Élise Courrière'))
  people.set('other', await club.person('Paul Rougon'))
  app = await createHttpServer({
    log: silentLog,
    ids: club.platform.ids,
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    maxUploadBytes: 500_000,
    checks: {},
  })
  documentsRoutes(app, async ({ headers }) =>
    actingAs(club.platform, people.get(String(headers['x-person'])) ?? nobody()),
  )
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await club.close()
})

const as = (who: string): Context => club.as(people.get(who) ?? nobody())

async function aLicence(): Promise<string> {
  const player = people.get('player')
  const owner = player?.kind === 'person' ? player.personId : undefined
  return club.entry('club.licence', { playerName: 'Élise', level: 'beginner' }, owner)
}

/** A file of the licence, sent by the secretary for the field of the certificate. */
async function aCertificate(entryId: string, content = `%PDF-1.7 ${randomUUID()}`): Promise<string> {
  const received = await depositFile(as('secretary'), Readable.from([Buffer.from(content)]), {
    entryId,
    field: 'certificate',
    name: 'certificat.pdf',
  })
  if (!received.ok) throw new Error(received.problem.code)
  return received.attachment.id
}

function send(who: string, query: string, name: string, content: string | Buffer) {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return app.inject({
    method: 'POST',
    url: `/api/v1/documents?${query}`,
    headers: { 'x-person': who, 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]),
  })
}

describe('a file of a field', () => {
  it('is read by who may read the field, and does not exist for the others', async () => {
    const entryId = await aLicence()
    const id = await aCertificate(entryId)
    expect((await openAttachment(as('player'), id)).attachment.name).toBe('certificat.pdf')
    for (const who of ['other', 'nobody', 'coach']) {
      await expect(openAttachment(as(who), id)).rejects.toMatchObject({ code: 'not-found' })
    }
    await takeTransition(as('secretary'), {
      id: entryId,
      version: 1,
      key: 'send_to_team',
      answers: { team: foxes },
    })
    // The coach now reads the licence, but not its certificate.
    expect(await listEntryFiles(as('coach'), entryId)).toEqual([])
    await expect(openAttachment(as('coach'), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves a trace in the history', async () => {
    const entryId = await aLicence()
    const attachmentId = await aCertificate(entryId)
    const [event] = await eventsOfEntry(club.system.db, entryId, 1)
    expect(event).toMatchObject({
      kind: 'document.deposited',
      payload: { attachmentId, field: 'certificate' },
    })
  })

  it.each([
    ['who may not change the field', 'player', 'certificate', 'not-allowed'],
    ['who may not read the entry', 'other', 'certificate', 'not-found'],
    ['a field that holds no file', 'secretary', 'playerName', 'not-allowed'],
    ['a field that does not exist', 'secretary', 'constructor', 'not-allowed'],
  ])('is not received: %s', async (_why, who, field, code) => {
    const content = Readable.from([Buffer.from('%PDF-1.7')])
    const upload = { entryId: await aLicence(), field, name: 'a.pdf' }
    await expect(depositFile(as(who), content, upload)).rejects.toMatchObject({ code })
  })
})

describe('a value', () => {
  const refused = {
    code: 'invalid-input',
    data: { fields: [{ path: 'certificate', code: 'attachment_not_found' }] },
  }

  it('names a file that was received for it', async () => {
    const id = await aLicence()
    const certificate = await aCertificate(id)
    await changeEntry(as('secretary'), { id, version: 1, values: { certificate } })
    const { fields } = await viewEntry(as('player'), id)
    expect(fields.find(({ key }) => key === 'certificate')?.value).toBe(certificate)
  })

  it('cannot name a file of another entry, of another field, or of nobody', async () => {
    const id = await aLicence()
    const photo = await depositFile(as('secretary'), Readable.from([jpeg]), {
      entryId: id,
      field: 'photos',
      name: 'a.jpg',
    })
    const others = [await aCertificate(await aLicence()), photo.ok ? photo.attachment.id : '', randomUUID()]
    for (const certificate of others) {
      const change = { id, version: 1, values: { certificate } }
      await expect(changeEntry(as('secretary'), change)).rejects.toMatchObject(refused)
    }
  })

  it('of a new entry names none: there is nothing received for it yet', async () => {
    const values = {
      playerName: 'Paul',
      playerEmail: 'p@b.example',
      certificate: await aCertificate(await aLicence()),
    }
    await expect(createEntry(as('secretary'), { collection: 'club.licence', values })).rejects.toMatchObject(
      refused,
    )
  })
})

describe('over HTTP', () => {
  it('a file is sent, listed, and given back byte for byte', async () => {
    const entryId = await aLicence()
    const sent = await send('secretary', `entry=${entryId}&field=certificate`, '../../a b.pdf', '%PDF-1.7 é')
    expect(sent.statusCode).toBe(201)
    const { id } = sent.json<{ id: string }>()
    const list = await app.inject({
      url: `/api/v1/documents?entry=${entryId}`,
      headers: { 'x-person': 'player' },
    })
    expect(list.json()).toMatchObject({ documents: [{ id, name: 'a b.pdf', mediaType: 'application/pdf' }] })
    const url = `/api/v1/documents/${id}/content`
    const got = await app.inject({ url, headers: { 'x-person': 'player' } })
    expect(got.body).toBe('%PDF-1.7 é')
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="a b.pdf"; filename*=UTF-8''a%20b.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    })
    const etag = String(got.headers['etag'])
    const again = await app.inject({ url, headers: { 'x-person': 'player', 'if-none-match': etag } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it.each([
    ['nobody', 404],
    ['other', 404],
  ])('%s gets nothing of it', async (who, status) => {
    const entryId = await aLicence()
    const id = await aCertificate(entryId)
    const headers = { 'x-person': who }
    expect((await app.inject({ url: `/api/v1/documents/${id}/content`, headers })).statusCode).toBe(status)
    expect((await app.inject({ url: `/api/v1/documents?entry=${entryId}`, headers })).statusCode).toBe(status)
    expect((await send(who, `entry=${entryId}`, 'a.pdf', '%PDF-1.7')).statusCode).toBe(status)
  })

  it.each([
    ['a page in the guise of a PDF', 'a.pdf', '<html><script>alert(1)</script>', 'file_disguised'],
    ['a file cut at the server’s limit', 'a.pdf', `%PDF-1.7${'x'.repeat(600_000)}`, 'file_size'],
    ['an empty file', 'a.pdf', '', 'file_empty'],
  ])('%s is refused at its field', async (_what, name, content, code) => {
    const entryId = await aLicence()
    const answer = await send('secretary', `entry=${entryId}&field=certificate`, name, content)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ path: 'certificate', code }] })
    expect(await listEntryFiles(as('secretary'), entryId)).toEqual([])
  })

  it('a file without a field is one that an administration usually opens', async () => {
    const entryId = await aLicence()
    const sent = await send('secretary', `entry=${entryId}`, 'notes.txt', 'du texte')
    expect(sent.json()).toMatchObject({ fields: [{ path: 'file', code: 'file_kind' }] })
  })
})
