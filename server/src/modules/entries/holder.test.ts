// SPDX-License-Identifier: MIT
import { defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { club as clubSolution } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { takeTransition, viewEntry } from './index.ts'

/** The club, whose office holds what is to be checked. */
function clubWithOffice(): Solution {
  const { licence } = clubSolution.collections
  const asked = licence?.lifecycle?.states['asked']
  if (!licence?.lifecycle || !asked) throw new Error('licences have a circuit')
  const states = {
    ...licence.lifecycle.states,
    asked: { ...asked, holder: { fr: 'le bureau', en: 'the office' } },
  }
  const lifecycle = { ...licence.lifecycle, states }
  return defineSolution({
    ...clubSolution,
    collections: { ...clubSolution.collections, licence: { ...licence, lifecycle } },
  })
}

let club: TestTenant
beforeAll(async () => {
  club = await aTenant({ solutions: [clubWithOffice()] })
})
afterAll(() => club.close())

it('names who holds an entry at each step, and nobody once it is closed', async () => {
  const office = await club.organisation('Bureau')
  const foxes = await club.organisation('Les Renards')
  const secretary = club.as(await club.person('Berthe Secrétaire', { secretary: office }))
  const lucie = await club.person('Lucie Macquart')
  const id = await club.entry('club.licence', { playerName: 'Lucie Macquart', fee: 2000 }, lucie.personId)
  const held = async () => (await viewEntry(club.as(lucie), id)).heldBy
  const take = async (key: string, answers = {}, reason?: string) => {
    const { version } = await viewEntry(secretary, id)
    await takeTransition(secretary, { id, key, version, answers, ...(reason !== undefined && { reason }) })
  }

  expect(await held()).toEqual({ id: null, title: 'le bureau' })
  await take('send_to_team', { team: foxes })
  expect(await held()).toEqual({ id: foxes, title: 'Les Renards' })
  await take('refuse', {}, 'Équipe complète')
  expect(await held()).toBeNull()
  // Back at the office: the team's name is still in its field, and is not told any more.
  await take('reopen')
  expect(await held()).toEqual({ id: null, title: 'le bureau' })
})
