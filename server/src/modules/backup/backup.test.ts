// SPDX-License-Identifier: MIT
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { defineSolution } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import { club as clubSolution } from '../../testing/club.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { openAccounts, provisionAccount, signIn } from '../accounts/index.ts'
import { installSolution } from '../definitions/index.ts'
import { depositFile, listEntryFiles, openAttachment } from '../documents/index.ts'
import { createEntry, entryHistory, listEntries, takeTransition, viewEntry } from '../entries/index.ts'
import { sealEvents, verifySeals } from '../events/index.ts'
import { addNote, listMessages, listNotes, postMessage } from '../messages/index.ts'
import { type Elsewhere, elsewhere } from './backup.fixture.ts'
import { makeBackup, restoreBackup } from './index.ts'

const password = 'une phrase que je retiens'
const folder = mkdtempSync(join(tmpdir(), 'guichet-backup-'))
const backup = join(folder, 'club.tar')

let club: TestTenant
let secretary: Parameters<TestTenant['as']>[0]
let licence: string
let attachment: string
/** What PostgreSQL and archives could stumble on. */
const motive = 'Tab\t, « guillemets », \\N, \\.\n\r fin de ligne, NULL, 🏉 et é'
/** Some hundreds of kilobytes. */
const photo = Buffer.concat([
  Buffer.from('ffd8ffe000104a464946000101', 'hex'),
  Buffer.from('guichet'.repeat(130_000)),
])
const opened: Elsewhere[] = []

beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  const foxes = await club.organisation('Les Renards')
  secretary = await club.person('Nadia Benaïssa', { secretary: office })
  const accounts = accountsOn(club.platform)
  await provisionAccount(accounts, { email: 'nadia.benaissa@plassans.example', password })

  licence = await club.entry('club.licence', {
    playerName: 'Élise Courrière',
    playerEmail: 'elise@courriel.example',
    level: 'expert',
    motive,
    fee: 1250,
    children: [{ firstName: 'Zoé' }],
  })
  await settle(club.platform)
  const context = club.as(secretary)
  const received = await depositFile(context, Readable.from([photo]), {
    entryId: licence,
    field: 'photos',
    name: 'photo d’identité.jpg',
  })
  if (!received.ok) throw new Error(received.problem.code)
  attachment = received.attachment.id
  await postMessage(context, { entryId: licence, body: 'Il manque la photo.' })
  await addNote(context, { entryId: licence, audience: 'office', tone: 'positive', body: 'Bon dossier.' })
  const answers = { team: foxes }
  await takeTransition(context, { id: licence, version: 1, key: 'send_to_team', answers })
  await sealEvents(club.platform)
  await publishWithoutMotive()
  await sealEvents(club.platform)
  // What follows this one is still to be done when the backup is made.
  await club.entry('club.licence', { playerName: 'Paul', playerEmail: 'paul@courriel.example' })

  const made = await makeBackup(club.system, { url: club.url, target: backup })
  expect(made).toMatchObject({ ok: true, backup: { files: 1, lost: [] } })
})
afterAll(async () => {
  await club.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(async () => {
  for (const there of opened.splice(0)) await there.close()
})

/** A second release, which leaves a column that only the first one wrote. */
async function publishWithoutMotive(): Promise<void> {
  const second = structuredClone(clubSolution)
  const { licence: collection } = second.collections
  if (!collection) throw new Error('the club has licences')
  collection.fields['nickname'] = { type: 'text', label: { fr: 'Surnom', en: 'Nickname' } }
  await installSolution(club.system, defineSolution(second), 'tests')
}

function accountsOn(platform: Platform) {
  return openAccounts(platform, { sessionHours: 1, sendMail: async () => {} })
}

async function somewhere(secretKey = club.platform.secretKey): Promise<Elsewhere> {
  const there = await elsewhere(secretKey)
  opened.push(there)
  return there
}

async function restored(): Promise<{ there: Elsewhere; platform: Platform }> {
  const there = await somewhere()
  expect(await restoreBackup(there.place, backup)).toMatchObject({
    ok: true,
    madeAt: '2026-11-21T11:00:00.000Z',
    sameSecret: true,
    files: 1,
    lost: [],
  })
  return { there, platform: there.platformLike(club.platform) }
}

/** What somebody sees of the licence, everywhere it shows. */
async function shownTo(context: Context) {
  const { content } = await openAttachment(context, attachment).then(async (file) => ({
    content: await text(await file.open()),
  }))
  return {
    view: await viewEntry(context, licence),
    list: await listEntries(context, { collection: 'club.licence', search: 'courriere' }),
    history: await entryHistory(context, licence),
    messages: await listMessages(context, licence),
    notes: await listNotes(context, licence),
    files: await listEntryFiles(context, licence),
    content,
  }
}

describe('a body that was backed up and restored elsewhere', () => {
  it('shows everything as before: entries, search, history, messages, notes, files', async () => {
    const { platform } = await restored()
    const before = await shownTo(club.as(secretary))
    expect(before.content).toBe(photo.toString())
    expect(before.messages).toHaveLength(1)
    expect(before.notes).toHaveLength(1)
    expect(await shownTo(actingAs(platform, secretary))).toEqual(before)
  })

  it('has every row of every table, and a journal that verifies', async () => {
    const { platform, there } = await restored()
    const rows = (db: Platform['db']) =>
      sql<{ content: string }>`
        select table_schema || '.' || table_name || ' ' || md5(query_to_xml(
          format('select * from %I.%I as t order by t::text', table_schema, table_name), true, false, '')::text) as content
        from information_schema.tables where table_schema in ('public', 'data') and table_name !~ '^migration'
        order by 1`.execute(db)
    // The event of the backup came after it.
    await sql`delete from events where kind = 'backup.made'`.execute(club.platform.db)
    expect((await rows(there.database.db)).rows).toEqual((await rows(club.platform.db)).rows)
    expect(await verifySeals(platform)).toEqual({ ...(await verifySeals(club.platform)), faults: [] })
  })

  it('has the same columns, constraints, indexes and sequences', async () => {
    const { there } = await restored()
    const shape = (db: Platform['db']) =>
      sql<{ line: string }>`
        select format('%s.%s %s %s', table_schema, table_name, column_name, data_type || is_nullable) as line
        from information_schema.columns where table_schema in ('public', 'data')
        union all select pg_get_indexdef(indexrelid) from pg_index
          join pg_class c on c.oid = indexrelid where relnamespace in ('public'::regnamespace, 'data'::regnamespace)
        union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
          where connamespace in ('public'::regnamespace, 'data'::regnamespace)
        union all select format('%s %s', sequencename, last_value) from pg_sequences
          where schemaname in ('public', 'data')
        order by 1`.execute(db)
    const here = (await shape(club.platform.db)).rows.filter(({ line }) => !line.startsWith('events_id_seq'))
    const restoredShape = (await shape(there.database.db)).rows
    expect(restoredShape.filter(({ line }) => !line.startsWith('events_id_seq'))).toEqual(here)
  })

  it('goes on: numbers continue, events follow, what was left to do is done', async () => {
    const { platform } = await restored()
    const system = actingAs(platform, club.system.actor)
    const values = { playerName: 'Léo', playerEmail: 'leo@courriel.example' }
    const collection = 'club.licence'
    const created = await createEntry(system, { collection, values, owner: null })
    expect(created.number).toBe('LIC-2026-00003')
    await settle(platform)
    const mails = await sql<{ to_email: string }>`select to_email from mails order by id`.execute(platform.db)
    expect(mails.rows.map(({ to_email }) => to_email)).toEqual(
      expect.arrayContaining(['paul@courriel.example', 'leo@courriel.example']),
    )
    await sealEvents(platform)
    expect((await verifySeals(platform)).faults).toEqual([])
  })

  it('lets its people sign in with the password they had', async () => {
    const { platform } = await restored()
    const client = { headers: new Headers(), address: '198.51.100.7', locale: 'fr' as const }
    const credentials = { email: 'nadia.benaissa@plassans.example', password }
    expect(await signIn(accountsOn(platform), client, credentials)).toMatchObject({ ok: true })
  })

  it('tells when the secret is another one', async () => {
    const there = await somewhere('another secret, as long as the first one was')
    expect(await restoreBackup(there.place, backup)).toMatchObject({ ok: true, sameSecret: false })
  })
})

describe('a backup', () => {
  it('is an archive that tar reads, for its owner alone', () => {
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    const names = execFileSync('tar', ['-tf', backup], { encoding: 'utf8' }).trim().split('\n')
    expect(names[0]).toBe('manifest.json')
    expect(names.at(-1)).toBe('summary.json')
    expect(names).toContain('tables/data.club_licence/000001')
  })

  it('holds no secret of the installation', () => {
    expect(readFileSync(backup).includes(club.platform.secretKey)).toBe(false)
  })

  it('takes the name of its day in a folder, and never replaces another', async () => {
    const first = await makeBackup(club.system, { url: club.url, target: folder })
    expect(first).toMatchObject({ backup: { file: join(folder, 'guichet-2026-11-21-110000.tar') } })
    expect(await makeBackup(club.system, { url: club.url, target: folder })).toEqual({
      ok: false,
      refusal: 'exists',
    })
  })

  it('is of one moment, whatever is written while it is made', async () => {
    const target = join(folder, 'moment.tar')
    const { storage } = club.platform
    const read: typeof storage.read = async (sha256) => {
      await club.organisation('Les Lynx')
      return storage.read(sha256)
    }
    const context: Context = { ...club.system, storage: { ...storage, read } }
    expect(await makeBackup(context, { url: club.url, target })).toMatchObject({ ok: true })
    const there = await somewhere()
    expect(await restoreBackup(there.place, target)).toMatchObject({ ok: true })
    const { rows } = await sql`select from data.club_team where name = 'Les Lynx'`.execute(there.database.db)
    expect(rows).toHaveLength(0)
  })

  it('is in the journal', async () => {
    await makeBackup(club.system, { url: club.url, target: join(folder, 'journal.tar') })
    const { rows } = await sql<{ kind: string }>`select kind from events order by id desc limit 1`.execute(
      club.platform.db,
    )
    expect(rows).toEqual([{ kind: 'backup.made' }])
  })

  it('names the files that the storage lost or altered, and restores the rest', async () => {
    const { storage } = club.platform
    const altered: Context = {
      ...club.system,
      storage: { ...storage, read: async () => Readable.from([Buffer.from('something else')]) },
    }
    const target = join(folder, 'altered.tar')
    const made = await makeBackup(altered, { url: club.url, target })
    const lost = [expect.stringMatching(/^[0-9a-f]{64}$/)]
    expect(made).toMatchObject({ ok: true, backup: { lost } })
    const there = await somewhere()
    expect(await restoreBackup(there.place, target)).toMatchObject({ ok: true, lost })
  })

  it('leaves nothing behind when it cannot be written to its end', async () => {
    const { storage } = club.platform
    const target = join(folder, 'cut.tar')
    const broken: Context = {
      ...club.system,
      storage: { ...storage, read: () => Promise.reject(new Error('the disk is gone')) },
    }
    await expect(makeBackup(broken, { url: club.url, target })).rejects.toThrow('the disk is gone')
    expect(() => statSync(target)).toThrow('ENOENT')
    expect(() => statSync(`${target}.partial`)).toThrow('ENOENT')
  })
})

describe('a restore is refused, and leaves nothing,', () => {
  const damaged = (name: string, change: (archive: Buffer) => Buffer): string => {
    const file = join(folder, name)
    writeFileSync(file, change(readFileSync(backup)))
    return file
  }
  const rowsIn = async ({ database }: Elsewhere) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from public.entries`.execute(
      database.db,
    )
    return rows[0]?.count
  }

  it('where something is already', async () => {
    const there = await somewhere()
    const place = { ...there.place, url: club.url }
    expect(await restoreBackup(place, backup)).toMatchObject({ ok: false, refusal: 'not-empty' })
  })

  it('where a backup was just restored', async () => {
    const { there } = await restored()
    expect(await restoreBackup(there.place, backup)).toMatchObject({ ok: false, refusal: 'not-empty' })
  })

  it.each([
    ['at its end', (archive: Buffer) => archive.length - 4_000],
    ['in a table', (archive: Buffer) => archive.indexOf('tables/public.entries/') + 700],
  ])('from a file cut %s, and then works from the whole one', async (_, lengthOf) => {
    const there = await somewhere()
    const cut = damaged('cut-short.tar', (archive) => archive.subarray(0, lengthOf(archive)))
    expect(await restoreBackup(there.place, cut)).toMatchObject({ ok: false, refusal: 'damaged' })
    expect(await rowsIn(there)).toBe(0)
    expect(await restoreBackup(there.place, backup)).toMatchObject({ ok: true })
  })

  it.each([
    ['a row that was changed', 'Bon dossier.', 'Bof dossier.', 'public.notes'],
    ['a file that was changed', 'guichetguichet', 'guichexguichet', 'files/'],
  ])('from a file with %s', async (_, before, after, what) => {
    const there = await somewhere()
    const file = damaged('changed.tar', (archive) => {
      const copy = Buffer.from(archive)
      copy.write(after, copy.indexOf(before))
      return copy
    })
    expect(await restoreBackup(there.place, file)).toMatchObject({
      ok: false,
      refusal: 'damaged',
      what: expect.stringContaining(what) as string,
    })
    expect(await rowsIn(there)).toBe(0)
  })

  it.each([
    ['is not an archive', Buffer.from('%PDF-1.7\n'.repeat(200))],
    ['is empty', Buffer.alloc(0)],
    ['is an empty archive', Buffer.alloc(1024)],
  ])('from a file that %s', async (_, content) => {
    const there = await somewhere()
    const file = damaged('other.tar', () => content)
    expect(await restoreBackup(there.place, file)).toMatchObject({ ok: false, refusal: 'not-a-backup' })
  })

  it('from a newer version', async () => {
    const there = await somewhere()
    const [newest = '', ...others] = Object.keys(migrations).toReversed()
    const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => others.includes(name)))
    expect(await restoreBackup({ ...there.place, migrations: known }, backup)).toMatchObject({
      ok: false,
      refusal: 'newer-version',
      what: newest,
    })
  })
})
