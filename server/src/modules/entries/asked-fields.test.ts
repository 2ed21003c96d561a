// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { transitionForm } from '../views/index.ts'
import { busyClub } from '../views/views.fixture.ts'
import { entryHistory, publicReason, takeTransition, viewEntry } from './index.ts'

let club: TestTenant
let secretary: Context
let player: Context
let coach: Context
let foxes: string
let id: string

beforeAll(async () => {
  club = await aTenant({ solutions: [busyClub] })
  const office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  player = club.as(await club.person('Samira Khelifi'))
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
})
afterAll(() => club.close())
beforeEach(async () => {
  const values = { playerName: 'Samira', playerEmail: 's@plassans.example', level: 'beginner' }
  const owner = player.actor.kind === 'person' ? player.actor.personId : undefined
  id = await club.entry('club.licence', values, owner)
})

const versionOf = async () => (await viewEntry(secretary, id)).version
const asks = async (asked: readonly { field: string; word?: string }[], who = secretary) =>
  takeTransition(who, { id, version: await versionOf(), key: 'ask_more', reason: 'Précisez', asked })
const answers = async (values: Record<string, unknown>) =>
  takeTransition(player, { id, version: await versionOf(), key: 'complete', answers: values })

describe('a correction asked field by field', () => {
  it('offers the answers of the form, with what they say now', async () => {
    const { askable } = await transitionForm(secretary, { id, key: 'ask_more' })
    expect(askable).toContainEqual({ key: 'level', label: 'Niveau', display: 'Débutant' })
    expect(askable.map(({ key }) => key)).not.toContain('motive')
    expect((await transitionForm(secretary, { id, key: 'refuse' })).askable).toEqual([])
  })

  it('opens only the fields that were named, each with its word', async () => {
    await asks([{ field: 'playerName', word: 'Votre nom entier' }, { field: 'certificate' }])
    const { questions } = await transitionForm(player, { id, key: 'complete' })
    expect(questions.map(({ key, word }) => [key, word])).toEqual([
      ['playerName', 'Votre nom entier'],
      ['certificate', null],
    ])
  })

  it('opens what the new answer brings up', async () => {
    await asks([{ field: 'level' }])
    const { questions } = await transitionForm(player, {
      id,
      key: 'complete',
      typed: { level: 'expert' },
    })
    expect(questions.map(({ key }) => key)).toEqual(['level', 'motive'])
    await expect(answers({ level: 'expert' })).rejects.toMatchObject({
      data: { fields: [{ path: 'motive' }] },
    })
    await answers({ level: 'expert', motive: 'Championnat' })
    expect((await viewEntry(secretary, id)).state?.key).toBe('asked')
  })

  it('refuses an answer to anything else', async () => {
    await asks([{ field: 'playerName' }])
    await expect(answers({ playerName: 'Samira Khelifi', level: 'expert' })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'level', code: 'read_only' }] },
    })
    await answers({ playerName: 'Samira Khelifi' })
  })

  it('opens everything again when no field was named', async () => {
    await asks([{ field: 'playerName' }])
    await answers({ playerName: 'Samira Khelifi' })
    await asks([])
    const { questions } = await transitionForm(player, { id, key: 'complete' })
    expect(questions.length).toBeGreaterThan(3)
    await answers({ level: 'expert', motive: 'Championnat' })
  })

  it('is told to the applicant, and stays in the history with both values', async () => {
    await asks([{ field: 'playerName', word: 'Votre nom entier' }])
    expect((await publicReason(player, id))?.asked).toEqual([
      { field: 'playerName', label: 'Nom du joueur', word: 'Votre nom entier' },
    ])
    await answers({ playerName: 'Samira Khelifi' })
    const [answer, asking] = (await entryHistory(secretary, id)).filter(({ transition }) => transition)
    expect(asking?.transition?.asked).toEqual([
      { field: 'playerName', label: 'Nom du joueur', word: 'Votre nom entier' },
    ])
    expect(answer?.changes).toMatchObject([{ before: 'Samira', after: 'Samira Khelifi' }])
  })

  it('asks its own questions anew: the former answer is not shown, and gives way to the new one', async () => {
    const feeNow = async () => (await viewEntry(secretary, id)).fields.find(({ key }) => key === 'fee')?.value
    const ask = async (given: Record<string, unknown>) =>
      takeTransition(secretary, {
        id,
        version: await versionOf(),
        key: 'ask_more',
        reason: 'Précisez',
        answers: given,
      })
    const { values: empty } = await transitionForm(secretary, { id, key: 'ask_more' })
    await ask({ fee: 1500 })
    expect(await feeNow()).toBe(1500)
    await answers({ playerName: 'Samira Khelifi' })
    expect((await transitionForm(secretary, { id, key: 'ask_more' })).values).toEqual(empty)
    await ask({})
    expect(await feeNow()).toBeNull()
  })

  it('does not name a field to who may not read it', async () => {
    await takeTransition(secretary, {
      id,
      version: await versionOf(),
      key: 'send_to_team',
      answers: { team: foxes },
    })
    await asks([{ field: 'playerEmail', word: 'Adresse fausse' }])
    const [asking] = (await entryHistory(coach, id)).filter(
      ({ transition }) => transition?.key === 'ask_more',
    )
    expect(asking?.transition?.asked).toEqual([])
  })

  it.each([
    ['a field that is not on the form', [{ field: 'health' }], 'unknown-field'],
    ['a field that the form does not show now', [{ field: 'motive' }], 'unknown-field'],
    ['a name of the language', [{ field: 'constructor' }], 'unknown-field'],
    ['a word without end', [{ field: 'level', word: 'x'.repeat(501) }], 'malformed-request'],
    ['what is not a list', 'level' as never, 'malformed-request'],
  ])('is refused for %s', async (_, asked, code) => {
    await expect(asks(asked)).rejects.toMatchObject({ code })
    expect((await viewEntry(secretary, id)).state?.key).toBe('asked')
  })

  it('is refused with an action that asks nothing, and of a field that the asker may not read', async () => {
    await expect(
      takeTransition(secretary, {
        id,
        version: 1,
        key: 'refuse',
        reason: 'Non',
        asked: [{ field: 'level' }],
      }),
    ).rejects.toMatchObject({ code: 'unknown-field' })
    await takeTransition(secretary, { id, version: 1, key: 'send_to_team', answers: { team: foxes } })
    await expect(asks([{ field: 'playerEmail' }], coach)).rejects.toMatchObject({ code: 'unknown-field' })
  })
})
