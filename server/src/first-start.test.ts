// SPDX-License-Identifier: MIT
import { defineDemonstration } from '@guichet/engine'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installShipped } from './first-start.ts'
import { listEntries } from './modules/entries/index.ts'
import { writeSetting } from './modules/settings/index.ts'
import { accountsOf } from './open-platform.ts'
import { club } from './testing/club.ts'
import { aTenant, type TestTenant } from './testing/tenant.ts'

const demonstration = defineDemonstration({
  body: {
    name: 'Club des Renards',
    tagline: { fr: 'Licences', en: 'Licences' },
    email: 'club@renards.example',
    phone: '',
    address: [],
    openingHours: { fr: [], en: [] },
    brandColour: '#0b4f6c',
    timeZone: 'Europe/Paris',
  },
  password: 'renards-demo',
  records: [
    { name: 'office', collection: 'club.team', values: { name: 'Bureau', email: 'bureau@renards.example' } },
    {
      name: 'nadia',
      collection: 'club.person',
      values: { name: 'Nadia Benaïssa', email: 'nadia@renards.example' },
    },
    {
      name: 'membership',
      collection: 'club.membership',
      values: { person: { ref: 'nadia' }, team: { ref: 'office' }, role: 'club.secretary' },
    },
  ],
  accounts: [{ person: 'nadia', email: 'nadia@renards.example' }],
  filings: [
    {
      procedure: 'licence',
      daysAgo: 3,
      at: '09:12',
      answers: { playerName: 'Élise Courrière', playerEmail: 'elise@courriel.example', level: 'beginner' },
      acts: [
        {
          kind: 'transition',
          daysAgo: 2,
          at: '10:00',
          by: { kind: 'person', person: 'nadia' },
          transition: 'refuse',
          reason: 'Équipe complète.',
        },
      ],
    },
  ],
  files: {},
})

let tenant: TestTenant
beforeEach(async () => {
  tenant = await aTenant({ solutions: [] })
})
afterEach(() => tenant.close())

async function start() {
  const { platform } = tenant
  const opened = { platform, accounts: accountsOf(platform, { sessionHours: 1 }) }
  return installShipped(opened, [{ solution: club, demonstration }], [demonstration])
}

const licences = () => listEntries(tenant.system, { collection: 'club.licence' })

describe('the first start', () => {
  it('plays the demonstration at the dates it tells, its mails kept in the outbox', async () => {
    const platform = await start()
    expect(platform.tenant.name).toBe('Club des Renards')
    const { rows } = await licences()
    expect(rows).toMatchObject([{ state: 'refused', createdAt: new Date('2026-11-18T08:12:00Z') }])
    const { rows: mails } = await sql<{ state: string; subject: string }>`
      select state, subject from mails order by created_at`.execute(platform.db)
    expect(mails.map(({ state }) => state)).toEqual(['kept', 'kept'])
    expect(mails[1]?.subject).toContain('refusée')
  })

  it('plays it once', async () => {
    await start()
    await start()
    expect((await licences()).rows).toHaveLength(1)
  })

  it('begins again from nothing when it was cut', async () => {
    await start()
    await writeSetting(tenant.platform.db, 'demonstration', { begunAt: '2026-11-21T10:00:00Z' })
    await start()
    expect((await licences()).rows).toHaveLength(1)
  })

  it('leaves alone an installation where somebody already works', async () => {
    const { platform } = tenant
    const opened = { platform, accounts: accountsOf(platform, { sessionHours: 1 }) }
    await installShipped(opened, [{ solution: club }], [])
    await tenant.organisation('Les Loutres')
    await start()
    expect((await licences()).rows).toEqual([])
    expect((await listEntries(tenant.system, { collection: 'club.team' })).rows).toHaveLength(1)
  })
})
