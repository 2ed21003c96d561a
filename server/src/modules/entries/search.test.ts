// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { listEntries } from './index.ts'

let club: TestTenant
let secretary: Context
beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  secretary = club.as(await club.person('Berthe Secrétaire', { secretary: office }))
  for (const playerName of [
    'Écoles préférées',
    'Lampadaires éteints',
    'Travaux municipaux',
    'Rue de la Banne',
  ]) {
    await club.entry('club.licence', { playerName })
  }
})
afterAll(() => club.close())

const found = async (search: string) =>
  (await listEntries(secretary, { collection: 'club.licence', search })).rows.map(
    ({ values }) => values['playerName'],
  )

describe('a search', () => {
  it.each([
    ['préférées', 'Écoles préférées'],
    ['preferees', 'Écoles préférées'],
    ['prefere', 'Écoles préférées'],
    ['PRÉFÉRÉ', 'Écoles préférées'],
    ['ecole', 'Écoles préférées'],
    ['lampadaire éteinte', 'Lampadaires éteints'],
    ['eteint', 'Lampadaires éteints'],
    ['travaux municipal', 'Travaux municipaux'],
    ['rue de la banne', 'Rue de la Banne'],
  ])('for « %s » finds « %s », with and without accents, in any number and gender', async (search, name) => {
    expect(await found(search)).toEqual([name])
  })

  it.each([['zanzibar'], ['preferer zanzibar']])('for « %s » finds nothing', async (search) => {
    expect(await found(search)).toEqual([])
  })
})
