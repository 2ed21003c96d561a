// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDraft, player } from '../modules/filing/filing.fixture.ts'
import { draftPage, newVisitor } from '../modules/filing/index.ts'
import { databaseUser } from '../platform/postgres/system-user.ts'
import { folderPlace } from '../platform/storage/folder-place.ts'
import { createStorage } from '../platform/storage/storage.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { licences } from './filing-clients.testing.ts'
import { aTinyDisk } from './tiny-disk.testing.ts'

const disk = aTinyDisk(400_000)
let tenant: TestTenant
let api: TestServer

beforeAll(async () => {
  const whole = await aTenant()
  if (!disk) return void (tenant = whole)
  const place = folderPlace(join(disk.path, 'blobs'))
  const storage = await createStorage(place, join(disk.path, 'incoming'), whole.clock)
  mkdirSync(join(disk.path, 'blobs'), { recursive: true })
  const platform = { ...whole.platform, storage }
  tenant = { ...whole, platform, nobody: { ...whole.nobody, storage }, system: { ...whole.system, storage } }
  api = await startTestServer(tenant)
})
afterAll(async () => {
  await api?.close()
  await tenant.close()
  disk?.remove()
})

function aPdf(bytes: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)])
}

const big = aPdf(600_000)
const small = aPdf(20_000)

async function rowsOf(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    tenant.platform.db,
  )
  return rows[0]?.n ?? -1
}

describe.runIf(disk)('a disk with no room for a file', () => {
  async function send(content: Buffer, entry: string, key: string) {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(content)], 'certificat.pdf'))
    const sent = new Response(form)
    const answer = await api.app.inject({
      method: 'POST',
      url: `/api/v1/documents?entry=${entry}&field=certificate`,
      payload: Buffer.from(await sent.arrayBuffer()),
      headers: {
        'content-type': sent.headers.get('content-type') ?? '',
        authorization: `Bearer ${key}`,
        'accept-language': 'fr',
      },
    })
    return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
  }

  it('is told to a program, nothing is left of the file, and a smaller one is taken', async () => {
    const office = await tenant.organisation('Bureau')
    const secretary = await tenant.person('Paul Ardent', { secretary: office })
    const key = await api.keyOf(secretary)
    const entry = await tenant.entry('club.licence', {
      playerName: 'Lila',
      playerEmail: 'lila@plassans.example',
    })
    const before = await rowsOf('attachments')
    expect(await send(big, entry, key)).toMatchObject({
      status: 507,
      body: { code: 'storage-full', detail: expect.stringContaining('Rien n’a été enregistré') },
    })
    expect([disk?.files('incoming'), disk?.files('blobs'), await rowsOf('attachments')]).toEqual([
      [],
      [],
      before,
    ])
    expect((await send(small, entry, key)).status).toBe(201)
    expect(disk?.files('blobs')).toHaveLength(1)
  })

  it('is told at its question to who files, who keeps what they typed and goes on', async () => {
    const visitor = newVisitor()
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', { ...player, level: ['expert'] })
    const before = disk?.files('blobs')
    const outcome = await draft.upload('certificate', 'certificat.pdf', big)
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'file_no_room' } })
    if (outcome.ok) return
    const refusedFiles = [{ path: 'certificate', name: outcome.name, problem: outcome.problem }]
    expect(await draft.save('more', { motive: ['Jouer'] }, { refusedFiles })).toMatchObject({
      ok: false,
      problems: [{ path: 'certificate', text: expect.stringContaining('plus de place pour ce fichier') }],
    })
    expect(disk?.files('incoming')).toEqual([])
    expect(disk?.files('blobs')).toEqual(before)
    expect((await draftPage(tenant.nobody, visitor, draft.id, 'more')).values).toEqual({ motive: ['Jouer'] })
    expect((await draft.upload('certificate', 'certificat.pdf', aPdf(5_000))).ok).toBe(true)
  })
})

/** A server of somebody else keeps its tables where it likes. */
const ownsDatabase = process.env['TEST_DATABASE_URL'] === undefined

describe.runIf(disk && ownsDatabase)('a database with no room for a row', () => {
  it('is told to who files; nothing is half-written, and filing goes on once there is room', async () => {
    const { db } = tenant.platform
    const tables = join(disk?.path ?? '', 'tables')
    mkdirSync(tables)
    const user = databaseUser()
    if (user) chownSync(tables, user.uid, user.gid)
    const space = `tiny_${process.pid}`
    await sql`create tablespace ${sql.id(space)} location ${sql.lit(tables)}`.execute(db)
    await sql`alter table data.club_licence set tablespace ${sql.id(space)}`.execute(db)
    const file = () =>
      api.ask({
        method: 'POST',
        url: licences,
        headers: { 'accept-language': 'fr' },
        body: {
          values: {
            playerName: 'Lila',
            playerEmail: 'lila@plassans.example',
            motive: randomBytes(1_500).toString('hex'),
          },
        },
      })
    disk?.fill()
    let answer = await file()
    for (let tries = 0; answer.status === 201 && tries < 50; tries += 1) {
      disk?.fill()
      answer = await file()
    }
    expect(answer).toMatchObject({ status: 507, body: { code: 'storage-full' } })
    const counts = async () => [
      await rowsOf('entries'),
      await rowsOf('events'),
      await rowsOf('data.club_licence'),
    ]
    const before = await counts()
    expect((await file()).status).toBe(507)
    expect(await counts()).toEqual(before)
    disk?.free()
    expect((await file()).status).toBe(201)
    await sql`alter table data.club_licence set tablespace pg_default`.execute(db)
    await sql`drop tablespace ${sql.id(space)}`.execute(db)
  })
})
