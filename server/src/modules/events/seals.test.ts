// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { sealEvents, verifySeals } from './index.ts'

let club: TestTenant

beforeEach(async () => {
  club = await aTenant()
  await club.organisation('Les Renards')
  await sealEvents(club.platform)
  await club.organisation('Les Loutres')
  await club.organisation('Les Lynx')
  await sealEvents(club.platform)
})
afterEach(() => club.close())

const tamper = (statement: string) => sql.raw(statement).execute(club.platform.db)

describe('sealed events', () => {
  it('verify when nobody touched them', async () => {
    // The publication of the solution is an event too.
    expect(await verifySeals(club.platform)).toEqual({ seals: 2, events: 4, faults: [] })
  })

  it('are sealed once', async () => {
    expect(await sealEvents(club.platform)).toBe(0)
  })

  it('name the event that was changed', async () => {
    await tamper(`update events set actor_name = 'Somebody else' where id = 2`)
    expect((await verifySeals(club.platform)).faults).toEqual([{ kind: 'event-changed', seal: 1, event: 2 }])
  })

  it('name the event that is missing', async () => {
    await tamper(`delete from events where id = 3`)
    expect((await verifySeals(club.platform)).faults).toEqual([{ kind: 'event-missing', seal: 2, event: 3 }])
  })

  it('show a seal rewritten to cover a change', async () => {
    await tamper(`update seals set leaves[1] = sha256('x') where id = 2`)
    expect((await verifySeals(club.platform)).faults).toContainEqual({ kind: 'seal-changed', seal: 2 })
  })

  it('show a seal taken out of the chain', async () => {
    await tamper(`update events set seal_id = null; delete from seals where id = 1`)
    expect((await verifySeals(club.platform)).faults).toContainEqual({ kind: 'chain-broken', seal: 2 })
  })

  it('seal what several jobs at once find, without covering an event twice', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, at) => club.organisation(`Équipe ${at}`)))
    const sealed = await Promise.all([
      sealEvents(club.platform),
      sealEvents(club.platform),
      sealEvents(club.platform),
    ])
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(10)
    expect((await verifySeals(club.platform)).faults).toEqual([])
  })
})
