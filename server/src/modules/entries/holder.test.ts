// SPDX-License-Identifier: MIT
import { defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { club as clubSolution } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { takeTransition, viewEntry } from './index.ts'

const office = { fr: 'le bureau', en: 'the office' }

/** The club, whose office holds what is to be checked; what is incomplete stays with whoever asked for more. */
function clubWithOffice(): Solution {
  const { licence } = clubSolution.collections
  const { asked, incomplete } = licence?.lifecycle?.states ?? {}
  if (!licence?.lifecycle || !asked || !incomplete) throw new Error('licences have a circuit')
  const states = {
    ...licence.lifecycle.states,
    asked: { ...asked, holder: office },
    incomplete: { ...incomplete, holder: { back: true as const, otherwise: office } },
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

/** A licence of Lucie, with what she reads of who holds it, and what the secretary does to it. */
async function aLicence() {
  const bureau = await club.organisation('Bureau')
  const secretary = club.as(await club.person('Berthe Secrétaire', { secretary: bureau }))
  const lucie = await club.person('Lucie Macquart')
  const id = await club.entry('club.licence', { playerName: 'Lucie Macquart', fee: 2000 }, lucie.personId)
  return {
    foxes: await club.organisation('Les Renards'),
    held: async () => (await viewEntry(club.as(lucie), id)).heldBy,
    take: async (key: string, answers = {}, reason?: string) => {
      const { version } = await viewEntry(secretary, id)
      await takeTransition(secretary, { id, key, version, answers, ...(reason !== undefined && { reason }) })
    },
  }
}

it('names who holds an entry at each step, and nobody once it is closed', async () => {
  const { foxes, held, take } = await aLicence()
  expect(await held()).toEqual({ id: null, title: 'le bureau' })
  await take('send_to_team', { team: foxes })
  expect(await held()).toEqual({ id: foxes, title: 'Les Renards' })
  await take('refuse', {}, 'Équipe complète')
  expect(await held()).toBeNull()
  // Back at the office: the team's name is still in its field, and is not told any more.
  await take('reopen')
  expect(await held()).toEqual({ id: null, title: 'le bureau' })
})

it('names whoever asked for more while the answer is awaited, the office as the team', async () => {
  const { foxes, held, take } = await aLicence()
  await take('ask_more', {}, 'Votre certificat est illisible.')
  expect(await held()).toEqual({ id: null, title: 'le bureau' })
  await take('complete', { motive: 'Le voici.' })
  await take('send_to_team', { team: foxes })
  await take('ask_more', {}, 'Quel jour ?')
  expect(await held()).toEqual({ id: foxes, title: 'Les Renards' })
})
