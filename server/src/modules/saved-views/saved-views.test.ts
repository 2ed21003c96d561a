// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { busyClub } from '../views/views.fixture.ts'
import {
  deleteSavedView,
  listSavedViews,
  renameSavedView,
  restoreSavedView,
  saveView,
  sharingRoles,
} from './index.ts'

let club: TestTenant
let secretary: Context
let colleague: Context
let coach: Context

const experts = {
  solution: 'club',
  view: 'to-check',
  title: 'Confirmés',
  asked: { filters: { level: ['expert'] } },
}
const titles = async (who: Context) => (await listSavedViews(who)).map(({ title }) => title)

beforeAll(async () => {
  club = await aTenant({ solutions: [busyClub] })
  const office = await club.organisation('Bureau')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  colleague = club.as(await club.person('Paul Arène', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: office }))
  await club.entry('club.licence', { playerName: 'Marcel Brunet', level: 'expert' })
  await club.entry('club.licence', { playerName: 'Élise Courrière', level: 'beginner' })
})
afterAll(() => club.close())

describe('a view kept for oneself', () => {
  it('comes back with what was asked and how many it holds, to its author alone', async () => {
    const { id } = await saveView(secretary, { ...experts, title: '  Les   confirmés ' })
    expect(await listSavedViews(secretary)).toEqual([
      {
        id,
        title: 'Les confirmés',
        solution: 'club',
        view: 'to-check',
        asked: { filters: { level: ['expert'] } },
        sharedWith: null,
        mayChange: true,
        count: { count: 1, capped: false },
      },
    ])
    expect(await titles(colleague)).toEqual([])
    await deleteSavedView(secretary, id)
  })

  it('is renamed, deleted and brought back', async () => {
    const { id } = await saveView(secretary, experts)
    await renameSavedView(secretary, { id, title: 'À voir' })
    expect(await titles(secretary)).toEqual(['À voir'])
    await deleteSavedView(secretary, id)
    expect(await titles(secretary)).toEqual([])
    await restoreSavedView(secretary, id)
    expect(await titles(secretary)).toEqual(['À voir'])
    await deleteSavedView(secretary, id)
  })

  it('is nobody else’s to touch', async () => {
    const { id } = await saveView(secretary, experts)
    for (const touch of [
      () => renameSavedView(colleague, { id, title: 'Pris' }),
      () => deleteSavedView(colleague, id),
      () => restoreSavedView(colleague, id),
      () => deleteSavedView(secretary, 'constructor'),
    ]) {
      await expect(touch()).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(deleteSavedView(club.nobody, id)).rejects.toMatchObject({ code: 'sign-in-required' })
    await deleteSavedView(secretary, id)
  })

  it('needs a name, and a view that is shown to who keeps it', async () => {
    await expect(saveView(secretary, { ...experts, title: '  ' })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'title' }] },
    })
    await expect(saveView(coach, experts)).rejects.toMatchObject({ code: 'not-found' })
    await expect(saveView(club.nobody, experts)).rejects.toMatchObject({ code: 'sign-in-required' })
    const asked = { filters: { level: 'expert' } } as never
    await expect(saveView(secretary, { ...experts, asked })).rejects.toMatchObject({
      code: 'malformed-request',
    })
  })
})

describe('a view kept for a role', () => {
  it('is shown to all who hold it, and changed by who may share', async () => {
    expect(await sharingRoles(secretary, experts)).toEqual([{ key: 'secretary', title: 'Secrétaire' }])
    const { id } = await saveView(secretary, { ...experts, role: 'secretary' })
    expect(await listSavedViews(colleague)).toMatchObject([{ id, sharedWith: 'Secrétaire', mayChange: true }])
    expect(await titles(coach)).toEqual([])
    await renameSavedView(colleague, { id, title: 'À deux' })
    expect(await titles(secretary)).toEqual(['À deux'])
    await deleteSavedView(secretary, id)
  })

  it('is refused for a role that one does not hold, or that may not share', async () => {
    const all = { ...experts, view: 'all' }
    await expect(saveView(secretary, { ...all, role: 'coach' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(saveView(coach, { ...all, role: 'coach' })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(saveView(secretary, { ...all, role: 'constructor' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(await sharingRoles(coach, all)).toEqual([])
  })
})
