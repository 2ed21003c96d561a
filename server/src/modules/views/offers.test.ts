// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { searchOffers, transitionForm } from './index.ts'

const to = 'club.team'
let club: TestTenant
let secretary: Context
let last: string
let id: string

/** More teams than one list offers. */
beforeAll(async () => {
  club = await aTenant()
  secretary = club.as(
    await club.person('Berthe Secrétaire', { secretary: await club.organisation('Bureau') }),
  )
  for (let at = 100; at < 300; at += 1) await club.organisation(`Équipe ${at}`)
  last = await club.organisation('Zèbres de Plassans')
  id = await club.entry('club.licence', { playerName: 'Lucie Macquart' })
})
afterAll(() => club.close())

const form = (asked: Pick<Parameters<typeof transitionForm>[1], 'search' | 'typed'> = {}) =>
  transitionForm(secretary, { id, key: 'send_to_team', ...asked })
const labels = (offers: readonly { readonly label: string }[] = []) => offers.map(({ label }) => label)

describe('a reference that may name more than one list holds', () => {
  it('says that it must be searched, and offers the first', async () => {
    const { offers, crowded } = await form()
    expect(crowded).toEqual({ team: to })
    expect(offers['team']).toHaveLength(200)
    expect(labels(offers['team'])).not.toContain('Zèbres de Plassans')
  })

  it('is narrowed by words, whatever their accents', async () => {
    const { offers, crowded } = await form({ search: { team: 'zebres' } })
    expect(labels(offers['team'])).toEqual(['Zèbres de Plassans'])
    expect(crowded).toEqual({ team: to })
  })

  it('keeps what is chosen among its offers, found or not', async () => {
    const { offers } = await form({ typed: { team: last } })
    expect(labels(offers['team'])).toContain('Zèbres de Plassans')
  })

  it('is searched while one types, a word unfinished', async () => {
    expect(labels(await searchOffers(secretary, { to, search: 'zèb' }))).toEqual(['Zèbres de Plassans'])
    expect((await searchOffers(secretary, { to, search: '' })).length).toBeLessThanOrEqual(20)
  })

  it('gives nothing of a collection that the actor may not list', async () => {
    const people = { to: 'club.person' as const, search: 'Berthe' }
    expect(await searchOffers(club.as(await club.person('Lucie Macquart')), people)).toEqual([])
  })
})
