// SPDX-License-Identifier: MIT
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Demonstration } from '@guichet/engine'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { depositFile } from '../modules/documents/index.ts'
import { wasPlayed } from '../modules/demonstration/index.ts'
import { createJobs } from '../platform/jobs/jobs.ts'
import { silentLog } from '../platform/log.ts'
import { openStorage } from '../platform/storage/open-storage.ts'
import { club as clubSolution } from '../testing/club.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { type Desk, commandsOn } from './commands.fixture.ts'

const demonstration: Demonstration = {
  password: 'plassans-plassans',
  accounts: [{ person: 'nadia', email: 'nadia@plassans.example' }],
  records: [
    {
      name: 'nadia',
      collection: 'club.person',
      values: { name: 'Nadia Benaïssa', email: 'nadia@plassans.example' },
    },
  ],
  filings: [
    {
      procedure: 'licence',
      daysAgo: 2,
      at: '09:00',
      answers: { playerName: 'Élise', playerEmail: 'elise@courriel.example', level: 'beginner' },
    },
  ],
  files: {},
}

let club: TestTenant
let desk: Desk
beforeEach(async () => {
  club = await aTenant()
  desk = deskWith()
})
afterEach(async () => {
  desk.remove()
  await club.close()
})

/** An installation that comes with the club and its demonstration. */
function deskWith(environment: Record<string, string> = {}): Desk {
  const made = commandsOn(club.url, { environment })
  mkdirSync(join(made.folder, 'club'))
  const code = [
    `export const solution = ${JSON.stringify(clubSolution)}`,
    `export const demonstration = ${JSON.stringify(demonstration)}`,
  ]
  writeFileSync(join(made.folder, 'club', 'index.ts'), code.join('\n'))
  return made
}

const entries = async () => {
  const { rows } = await sql<{ title: string }>`
    select title from entries where collection = 'licence' or collection like '%.licence' order by created_at
  `.execute(club.platform.db)
  return rows.map(({ title }) => title)
}

describe('demo reset', () => {
  it('plays the demonstration in an empty installation, then again over what became of it', async () => {
    expect((await desk.run('demo', 'reset', '--yes')).output).toContain('first day')
    expect(await entries()).toEqual(['Licence de Élise'])

    club.platform.cache.forgetAll()
    const storage = await openStorage({ dataDir: join(desk.folder, 'data'), s3: undefined }, club.clock)
    const context = { ...club.system, storage }
    const added = await club.entry('club.licence', { playerName: 'Paul', playerEmail: 'p@courriel.example' })
    const content = Readable.from([Buffer.from('%PDF-1.7 certificat')])
    const received = await depositFile(context, content, {
      entryId: added,
      field: 'certificate',
      name: 'c.pdf',
    })
    expect(received.ok).toBe(true)
    const { rows } = await sql<{ sha256: string }>`select sha256 from attachments`.execute(club.platform.db)
    const sha256 = rows[0]?.sha256 ?? ''
    expect(await storage.has(sha256)).toBe(true)

    const { output, ok } = await desk.run('demo', 'reset', '--yes')
    expect(output).toContain('first day')
    expect(ok).toBe(true)
    expect(await entries()).toEqual(['Licence de Élise'])
    expect(await storage.has(sha256)).toBe(false)
    expect(await wasPlayed(club.platform.db)).toBe(true)
    const { rows: numbers } = await sql<{ number: string }>`
      select number from entries where number is not null`.execute(club.platform.db)
    expect(numbers[0]?.number).toMatch(/-00001$/)
    const { rows: events } = await sql<{ kind: string }>`
      select kind from events order by id desc limit 1`.execute(club.platform.db)
    expect(events).toEqual([{ kind: 'demonstration.reset' }])
  })

  it('asks for a yes, telling what would be lost', async () => {
    const { output, ok } = await desk.run('demo', 'reset')
    expect(ok).toBe(false)
    expect(output).toContain('0 entries')
  })

  it('refuses where other data than the demonstration is held', async () => {
    await club.organisation('Les Renards')
    const { output, ok } = await desk.run('demo', 'reset', '--yes')
    expect(ok).toBe(false)
    expect(output).toContain('other data')
    const { rows } = await sql`select from data.club_team`.execute(club.platform.db)
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['DEMO', { DEMO: 'false' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://club.example' }],
  ])('refuses where the demonstration is off, by %s', async (_, environment) => {
    const off = deskWith(environment)
    expect(await off.run('demo', 'reset', '--yes')).toMatchObject({ ok: false })
    off.remove()
  })

  it('refuses while a server runs', async () => {
    const server = createJobs({ url: club.url, log: silentLog })
    await server.start()
    const { output, ok } = await desk.run('demo', 'reset', '--yes')
    await server.stop()
    expect(ok).toBe(false)
    expect(output).toContain('Stop it first')
  })

  it('refuses when nothing that comes with the product has a demonstration', async () => {
    const bare = commandsOn(club.url)
    expect(await bare.run('demo', 'reset', '--yes')).toMatchObject({ ok: false })
    bare.remove()
  })
})
