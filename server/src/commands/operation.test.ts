// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Elsewhere, elsewhere } from '../modules/backup/backup.fixture.ts'
import { sealEvents } from '../modules/events/index.ts'
import { loadTenant } from '../modules/settings/index.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { type Desk, commandsOn } from './commands.fixture.ts'

let club: TestTenant
let desk: Desk
let there: Elsewhere
let deskThere: Desk
beforeAll(async () => {
  club = await aTenant()
  desk = commandsOn(club.url)
  await club.organisation('Les Renards')
  await sealEvents(club.platform)
  there = await elsewhere(club.platform.secretKey)
  deskThere = commandsOn(there.place.url, {
    environment: { SECRET_KEY: 'another secret for tests, as long as the first' },
  })
})
afterAll(async () => {
  for (const one of [desk, deskThere]) one.remove()
  await there.close()
  await club.close()
})

const lastEvent = async (db: TestTenant['platform']['db']) => {
  const { rows } = await sql<{ kind: string; payload: unknown }>`
    select kind, payload from events order by id desc limit 1`.execute(db)
  return rows[0]
}

describe('body set', () => {
  const body = () => loadTenant(club.platform.db, { publicUrl: 'http://localhost:3000' })

  it('says what the body shows of itself, keeps the rest, and tells the journal', async () => {
    const first = await desk.run(
      'body',
      'set',
      '--name',
      'Club de Plassans',
      '--address',
      '1 place',
      '--address',
      '99120',
    )
    expect(first).toMatchObject({ ok: true })
    await desk.run('body', 'set', '--email', 'club@plassans.example', '--time-zone', 'Indian/Reunion')
    expect(await body()).toMatchObject({
      name: 'Club de Plassans',
      email: 'club@plassans.example',
      address: ['1 place', '99120'],
      timeZone: 'Indian/Reunion',
      tagline: { fr: 'Démarches en ligne' },
    })
    expect(await lastEvent(club.platform.db)).toMatchObject({
      kind: 'body.changed',
      payload: { changes: { timeZone: ['Europe/Paris', 'Indian/Reunion'] } },
    })
  })

  it.each([[['--email', 'club']], [['--colour', 'red']], [['--time-zone', 'Europe/Plassans']], [[]]])(
    'refuses %j',
    async (options) => {
      const before = await body()
      expect(await desk.run('body', 'set', ...options)).toMatchObject({ ok: false })
      expect(await body()).toEqual(before)
    },
  )
})

describe('backup and restore', () => {
  it('refuse what cannot be read or written, or is there already', async () => {
    expect(await deskThere.run('restore', join(desk.folder, 'nowhere.tar'))).toMatchObject({ ok: false })
    const { output, ok } = await desk.run('backup', join(desk.folder, 'nowhere', 'club.tar'))
    expect(ok).toBe(false)
    expect(output).toContain('ENOENT')
  })

  it('carry a body to an empty place, verified, and not to one that is not', async () => {
    const file = join(desk.folder, 'club.tar')
    const saved = await desk.run('backup', file)
    expect(saved.output).toMatch(/Backup made: \S+club\.tar/)
    expect(saved.output).toContain('SECRET_KEY')
    expect(await desk.run('backup', file)).toMatchObject({ ok: false })

    const restored = await deskThere.run('restore', file)
    expect(restored.output).toMatch(/Journal verified: 2 events/)
    expect(restored.output).toContain('not that of the backup')
    expect(restored.ok).toBe(true)
    expect(await lastEvent(there.database.db)).toMatchObject({ kind: 'backup.restored' })
    const again = await deskThere.run('restore', file)
    expect(again).toMatchObject({ ok: false, output: expect.stringContaining('not empty') as string })
  })
})

describe('journal verify', () => {
  it('counts what it verified', async () => {
    await sealEvents(club.platform)
    const { output, ok } = await desk.run('journal', 'verify')
    expect(ok).toBe(true)
    expect(output).toMatch(/Journal vérifié\s: \d+ événements scellés dans 2 sceaux/)
  })

  it('fails, and names what was changed and what is missing', async () => {
    await sql`update events set actor_name = 'Somebody else' where id = 1`.execute(club.platform.db)
    await sql`delete from events where id = 2`.execute(club.platform.db)
    const { output, ok } = await desk.run('journal', 'verify')
    expect(ok).toBe(false)
    expect(output).toMatch(/event 1 changed[\s\S]*event 2 missing/)
  })
})

describe('database migrate', () => {
  it('does nothing when there is nothing to do', async () => {
    expect(await desk.run('database', 'migrate')).toEqual({ output: '', ok: true })
  })
})

describe('while a server runs', () => {
  it('nothing is restored over it', async () => {
    const place = await elsewhere(club.platform.secretKey)
    const target = commandsOn(place.place.url)
    const server = createJobs({ url: place.place.url, log: silentLog })
    await server.start()
    const { output, ok } = await target.run('restore', join(desk.folder, 'club.tar'))
    await server.stop()
    expect(ok).toBe(false)
    expect(output).toContain('Stop it first')
    expect(existsSync(join(target.folder, 'data', 'blobs', 'kept'))).toBe(false)
    target.remove()
    await place.close()
  })
})
