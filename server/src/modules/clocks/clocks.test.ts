// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { deleteEntry, entryHistory, getEntry, listEntries } from '../entries/index.ts'
import { eventsOfEntry } from '../events/index.ts'
import { dispatchEvents } from '../flows/index.ts'
import { listMails, viewMail } from '../notifications/index.ts'
import { clubUnder, fileLicence, rejecting, take } from './clocks.fixture.ts'
import { entryClock, entryReceipt, followClocks, lookAtClocks } from './index.ts'

const day = 86_400_000
let club: TestTenant
let secretary: Context
let lila: Context
let stranger: Context

/** A club of its own: each test moves its clock. Its first day is 21 November 2026. */
async function aClub(regime = rejecting): Promise<void> {
  club = await aTenant({ solutions: [clubUnder(regime)] })
  const office = await club.organisation('Bureau')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  lila = club.as(await club.person('Lila Benhaddou'))
  stranger = club.as(await club.person('Marcel Brunet'))
}

async function file(): Promise<string> {
  const owner = lila.actor.kind === 'person' ? lila.actor.personId : undefined
  const id = await fileLicence(club, owner)
  await settle(club.platform)
  return id
}

async function move(id: string, ...more: [key: string, given?: { reason?: string; answers?: object }]) {
  const [key, given = {}] = more
  await take(club, id, key, given as { reason?: string; answers?: Record<string, unknown> })
  await settle(club.platform)
}

/** Lets days pass, with the work of every night. */
async function pass(days: number): Promise<void> {
  for (let at = 0; at < days; at += 1) {
    club.clock.advance(day)
    await lookAtClocks(club.platform)
    await settle(club.platform)
  }
}

const dueOn = async (id: string) => (await getEntry(club.platform.db, club.system, id)).legalDueOn
async function mailsNamed(id: string, template: string) {
  const { rows } = await listMails(club.system, { entryId: id })
  return rows.filter((row) => row.template === `club.${template}`)
}
async function textOf(id: string, template: string): Promise<string> {
  const [first] = await mailsNamed(id, template)
  const { text } = await viewMail(club.system, first?.id ?? '')
  return text.replaceAll(/[\u00A0\u202F]/gu, ' ')
}

describe('a request under a regime of rejection by silence', () => {
  beforeAll(() => aClub())
  afterAll(() => club.close())

  it('has its last day in lists, from the filing on', async () => {
    const id = await file()
    expect(await dueOn(id)).toBe('2027-01-21')
    const { rows } = await listEntries(secretary, { collection: 'club.licence', sort: 'legalDueOn' })
    expect(rows.find((row) => row.id === id)?.legalDueOn).toBe('2027-01-21')
  })

  it('is suspended by a request for more, and goes on when the answer comes', async () => {
    const id = await file()
    await pass(3)
    await move(id, 'ask_more', { reason: 'Il manque le certificat.' })
    expect(await dueOn(id)).toBe('2027-02-10')
    const asked = await entryClock(lila, id)
    expect(asked).toMatchObject({ state: 'suspended', completeBy: '2026-12-14', tone: 'wait' })
    expect(asked?.lines.at(-1)).toMatchObject({ missing: 'Il manque le certificat.' })
    await pass(2)
    await move(id, 'complete', { answers: { motive: 'Voici.' } })
    expect(await dueOn(id)).toBe('2027-01-23')
    expect((await entryClock(secretary, id))?.lines.map(({ effect }) => effect)).toEqual([
      'started',
      'suspended',
      'resumed',
    ])
  })

  it('is over for lists once it is decided', async () => {
    const id = await file()
    await move(id, 'refuse', { reason: 'Non.' })
    expect(await dueOn(id)).toBeNull()
    expect(await entryClock(secretary, id)).toMatchObject({ state: 'stopped', closed: true, dueOn: null })
  })

  it('starts again when it is reopened', async () => {
    const id = await file()
    await move(id, 'refuse', { reason: 'Non.' })
    await pass(1)
    await move(id, 'reopen')
    expect(await dueOn(id)).not.toBeNull()
    expect((await entryClock(secretary, id))?.lines.at(-1)).toMatchObject({ effect: 'restarted' })
  })
})

describe('the work of time alone', () => {
  beforeAll(() => aClub({ ...rejecting, period: { days: 30 }, alertDays: [10, 3] }))
  afterAll(() => club.close())

  it('tells those who hold it before the end, once for each alert, then that silence decided', async () => {
    const id = await file()
    await pass(19)
    expect(await mailsNamed(id, 'near')).toHaveLength(0)
    await pass(1)
    expect(await mailsNamed(id, 'near')).toHaveLength(1)
    await pass(6)
    expect(await mailsNamed(id, 'near')).toHaveLength(1)
    await pass(1)
    expect(await mailsNamed(id, 'near')).toHaveLength(2)
    await pass(3)
    expect(await mailsNamed(id, 'expired')).toHaveLength(0)
    await pass(1)
    expect(await mailsNamed(id, 'expired')).toHaveLength(1)
    await pass(5)
    expect(await mailsNamed(id, 'expired')).toHaveLength(1)
    expect(await entryClock(secretary, id)).toMatchObject({ state: 'expired', tone: 'danger' })
    const kinds = (await entryHistory(secretary, id)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind.startsWith('clock.'))).toEqual([
      'clock.expired',
      'clock.near',
      'clock.near',
    ])
  })

  it('tells once, even when two processes look and the facts are handed over again', async () => {
    const id = await file()
    club.clock.advance(21 * day)
    await Promise.all([lookAtClocks(club.platform), lookAtClocks(club.platform)])
    await settle(club.platform)
    const events = (await eventsOfEntry(club.platform.db, id, 50)).map((event) => event.id)
    await dispatchEvents(club.platform, [followClocks], events)
    await settle(club.platform)
    expect(await mailsNamed(id, 'near')).toHaveLength(1)
  })

  it('ends a suspension at the end of the time given', async () => {
    const id = await file()
    await move(id, 'ask_more', { reason: 'Le certificat.' })
    const suspended = await dueOn(id)
    await pass(20)
    expect(await entryClock(secretary, id)).toMatchObject({ state: 'suspended' })
    await pass(1)
    expect(await entryClock(secretary, id)).toMatchObject({ state: 'running', dueOn: suspended })
    const { rows } = await sql<{ state: string }>`select state from clocks where entry_id = ${id}`.execute(
      club.platform.db,
    )
    expect(rows[0]?.state).toBe('running')
  })

  it('leaves alone an entry that was deleted', async () => {
    const id = await file()
    const { version } = await getEntry(club.platform.db, club.system, id)
    await deleteEntry(club.system, { id, version })
    club.clock.advance(25 * day)
    await lookAtClocks(club.platform)
    expect(await lookAtClocks(club.platform)).toBe(0)
    await settle(club.platform)
    expect(await mailsNamed(id, 'near')).toHaveLength(0)
  })
})

describe('the receipts', () => {
  beforeAll(() => aClub())
  afterAll(() => club.close())

  it('are given at the filing, and their words are in its mail', async () => {
    const id = await file()
    const words = await textOf(id, 'filed')
    for (const mention of [
      'Accusé d’enregistrement électronique et accusé de réception',
      'Date de réception : 21 novembre 2026',
      'À défaut de décision expresse le 21 janvier 2027',
      'Club de Plassans, Place de la Sous-Préfecture, club@plassans.example, 01 99 00 41 00',
      'Recours sous deux mois.',
      'Code des licences, article 1',
    ]) {
      expect(words).toContain(mention)
    }
    expect((await entryClock(lila, id))?.receipts.map(({ kind }) => kind)).toEqual([
      'registration',
      'acknowledgement',
    ])
  })

  it('stay as they were given', async () => {
    const id = await file()
    const before = await entryReceipt(lila, id, 'acknowledgement')
    await pass(3)
    await move(id, 'ask_more', { reason: 'Le certificat.' })
    expect(await entryReceipt(lila, id, 'acknowledgement')).toEqual(before)
  })

  it('are followed by a letter that says what is missing does to the period', async () => {
    const id = await file()
    await move(id, 'ask_more', { reason: 'Le certificat.' })
    const words = await textOf(id, 'asked')
    expect(words).toContain('Pièces et informations à fournir au plus tard le')
    expect(words).toContain('réputée rejetée est suspendu')
  })

  it.each([
    ['another person', () => stranger],
    ['nobody', () => club.nobody],
  ])('and the clock are not found by %s', async (_, who) => {
    const id = await file()
    await expect(entryReceipt(who(), id, 'acknowledgement')).rejects.toMatchObject({ code: 'not-found' })
    await expect(entryClock(who(), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each(['certificate', 'constructor', ''])(
    'of a kind that was not given are not found: %j',
    async (kind) => {
      const id = await file()
      await expect(entryReceipt(lila, id, kind)).rejects.toMatchObject({ code: 'not-found' })
    },
  )
})

describe('an acknowledgement that waits for the desk’s check', () => {
  beforeAll(() => aClub({ ...rejecting, acknowledged: 'after-check' }))
  afterAll(() => club.close())

  const kindsOf = async (id: string) => (await entryClock(lila, id))?.receipts.map(({ kind }) => kind)

  it('leaves the registration alone at the filing, which says when it follows', async () => {
    const id = await file()
    expect(await kindsOf(id)).toEqual(['registration'])
    expect(await textOf(id, 'filed')).toContain('sous 7 jours au plus')
  })

  it('is given and mailed with what is missing, when the desk asks for it', async () => {
    const id = await file()
    await pass(2)
    await move(id, 'ask_more', { reason: 'Le certificat.' })
    expect(await kindsOf(id)).toEqual(['registration', 'acknowledgement'])
    const words = await textOf(id, 'acknowledged')
    expect(words).toContain('Le certificat.')
    expect(words).toContain('au plus tard le')
    await move(id, 'complete', { answers: { motive: 'Voici.' } })
    expect(await mailsNamed(id, 'acknowledged')).toHaveLength(1)
  })

  it('is given by itself on the last day to give it', async () => {
    const id = await file()
    await pass(6)
    expect(await kindsOf(id)).toEqual(['registration'])
    await pass(1)
    expect(await kindsOf(id)).toEqual(['registration', 'acknowledgement'])
    expect(await mailsNamed(id, 'acknowledged')).toHaveLength(1)
  })

  it('is not given for a request already decided', async () => {
    const id = await file()
    await move(id, 'refuse', { reason: 'Non.' })
    await pass(8)
    expect(await kindsOf(id)).toEqual(['registration'])
  })
})

describe('a request without a regime', () => {
  beforeAll(async () => {
    club = await aTenant()
  })
  afterAll(() => club.close())

  it('has neither clock nor receipt', async () => {
    const id = await fileLicence(club)
    await settle(club.platform)
    expect(await entryClock(club.system, id)).toBeNull()
    await expect(entryReceipt(club.system, id, 'registration')).rejects.toMatchObject({ code: 'not-found' })
  })
})
