// SPDX-License-Identifier: MIT
import { defineSolution, type Field, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { entryHistory, takeTransition, viewEntry } from '../entries/index.ts'
import { openView, transitionForm } from './index.ts'
import { busyClub } from './views.fixture.ts'

/** The club, which asks « Votre niveau » and whose office reads « Niveau ». */
function askingClub(): Solution {
  const { licence } = busyClub.collections
  if (!licence) throw new Error('the club has licences')
  const level = {
    ...licence.fields['level'],
    label: { fr: 'Votre niveau', en: 'Your level' },
    shortLabel: { fr: 'Niveau', en: 'Level' },
  } as Field
  return defineSolution({
    ...busyClub,
    collections: { ...busyClub.collections, licence: { ...licence, fields: { ...licence.fields, level } } },
  })
}

let club: TestTenant
let secretary: Context
let lucie: Context
let id: string
beforeAll(async () => {
  club = await aTenant({ solutions: [askingClub()] })
  secretary = club.as(
    await club.person('Berthe Secrétaire', { secretary: await club.organisation('Bureau') }),
  )
  const person = await club.person('Lucie Macquart')
  lucie = club.as(person)
  const values = { playerName: 'Lucie Macquart', level: 'beginner', motive: 'Jouer' }
  id = await club.entry('club.licence', values, person.personId)
})
afterAll(() => club.close())

const labelOf = async (who: Context) =>
  (await viewEntry(who, id)).fields.find(({ key }) => key === 'level')?.label

it('says a question in the words of who answers it, and to who handles the answers in theirs', async () => {
  expect(await labelOf(lucie)).toBe('Votre niveau')
  expect(await labelOf(secretary)).toBe('Niveau')
})

it('heads the columns and filters of lists with the short words', async () => {
  const view = await openView(secretary, { solution: 'club', view: 'to-check' })
  expect(view.columns.find(({ key }) => key === 'level')?.label).toBe('Niveau')
  expect(view.filters.find(({ key }) => key === 'level')?.label).toBe('Niveau')
})

it('lets an agent name the answer to correct in short words, and asks the applicant in full', async () => {
  const { version } = await viewEntry(secretary, id)
  const { askable } = await transitionForm(secretary, { id, key: 'ask_more' })
  expect(askable.find(({ key }) => key === 'level')?.label).toBe('Niveau')
  const asked = [{ field: 'level', word: 'En êtes-vous sûre ?' }]
  await takeTransition(secretary, { id, key: 'ask_more', version, answers: {}, reason: 'Le niveau', asked })
  const [line] = await entryHistory(secretary, id)
  expect(line?.transition?.asked[0]?.label).toBe('Niveau')
  const { questions } = await transitionForm(lucie, { id, key: 'complete' })
  expect(questions.map(({ field }) => field.label.fr)).toEqual(['Votre niveau'])
})
