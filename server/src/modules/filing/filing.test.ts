// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { aDraft, player } from './filing.fixture.ts'
import {
  claimDrafts,
  deleteDraft,
  draftOf,
  draftPage,
  listDrafts,
  newVisitor,
  reviewDraft,
  startDraft,
} from './index.ts'

let tenant: TestTenant
let visitor: string

beforeAll(async () => {
  tenant = await aTenant()
})
beforeEach(() => {
  visitor = newVisitor()
})
afterAll(() => tenant.close())

describe('starting a draft', () => {
  it('opens the same draft again as long as nothing was answered', async () => {
    const first = await startDraft(tenant.nobody, visitor, 'licence')
    expect(await startDraft(tenant.nobody, visitor, 'club.licence')).toEqual(first)
    await (await aDraft(tenant.nobody, visitor)).save('player', player)
    expect(await startDraft(tenant.nobody, visitor, 'licence')).not.toEqual(first)
  })

  it.each([
    ['an unknown procedure', 'unknown', 'not-found'],
    ['a name every object has', 'constructor', 'not-found'],
  ])('is refused for %s', async (_what, procedure, code) => {
    await expect(startDraft(tenant.nobody, visitor, procedure)).rejects.toMatchObject({ code })
  })

  it('is refused to a browser that keeps no cookie', async () => {
    await expect(startDraft(tenant.nobody, undefined, 'licence')).rejects.toMatchObject({
      code: 'malformed-request',
    })
  })

  it('proposes what is known of the person who is signed in', async () => {
    const elise = tenant.as(await tenant.person('Élise Courrière'))
    const { id } = await startDraft(elise, undefined, 'licence')
    const { values } = await draftPage(elise, undefined, id, 'player')
    expect(values).toMatchObject({
      playerName: ['Élise Courrière'],
      playerEmail: ['elise.courriere@plassans.example'],
    })
  })
})

describe('a page', () => {
  it('leads to the next one, then to the check', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    expect(await draft.save('player', player)).toEqual({ ok: true, next: 'more' })
    expect(await draft.save('more', {})).toEqual({ ok: true, next: null })
  })

  it('that is wrong says so at each question and shows again exactly what was typed', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const typed = { playerName: ['  '], playerEmail: ['lucie@'], level: ['expert'] }
    const saved = await draft.save('player', typed)
    expect(saved).toMatchObject({
      ok: false,
      problems: [
        { path: 'playerName', code: 'required', label: 'Nom du joueur' },
        { path: 'playerEmail', code: 'email', label: 'Courriel' },
      ],
    })
    const page = await draftPage(tenant.nobody, visitor, draft.id, 'player')
    expect(page.values).toEqual(typed)
    expect(page.problems.map(({ path }) => path)).toEqual(['playerName', 'playerEmail'])
    expect((await draftOf(tenant.nobody, visitor, draft.id)).resume).toBe('player')
  })

  it('answers in the language of who fills it in', async () => {
    const english = tenant.as({ kind: 'nobody', locale: 'en' })
    const draft = await aDraft(english, visitor)
    const saved = await draft.save('player', {})
    expect(saved).toMatchObject({ problems: [{ label: 'Player’s name' }, { label: 'E-mail' }] })
  })

  it('is shown again, without reproach, when an answer brings a question on it', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', { ...player, level: ['expert'] })
    expect(await draft.save('more', {})).toMatchObject({ ok: false, problems: [{ path: 'motive' }] })
  })

  it('has to be looked at again when an answer elsewhere brings a question on it', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    expect(await draft.save('player', { ...player, level: ['expert'] }, { toCheck: true })).toEqual({
      ok: true,
      next: 'more',
    })
  })

  it('goes straight back to the check when nothing else is left to do', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    expect(await draft.save('player', { ...player, playerName: ['Lucie M.'] }, { toCheck: true })).toEqual({
      ok: true,
      next: null,
    })
  })

  it('keeps the answer that a choice hides until the choice is taken back', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', { ...player, level: ['expert'] })
    await draft.save('more', { motive: ['Jouer'] })
    await draft.save('player', player)
    const hidden = await draftPage(tenant.nobody, visitor, draft.id, 'more')
    expect(hidden.questions.map(({ key }) => key)).not.toContain('motive')
    await draft.save('player', { ...player, level: ['expert'] })
    const shown = await draftPage(tenant.nobody, visitor, draft.id, 'more')
    expect(shown.values).toMatchObject({ motive: ['Jouer'] })
  })

  it('stores neither names that it did not ask for nor characters the database refuses', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', { ...player, playerName: ['Lu\0cie \ud800'], fee: ['1'], _next: ['x'] })
    const saved = await draftPage(tenant.nobody, visitor, draft.id, 'player')
    expect(saved.values).not.toHaveProperty('fee')
    expect(saved.values['playerName']?.[0]).toMatch(/^Lucie/)
  })

  it('refuses what nobody types', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const flood = { playerName: ['x'.repeat(300_000)] }
    await expect(draft.save('player', flood)).rejects.toMatchObject({ code: 'too-large' })
  })

  it('is not found when the form has none of that name', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await expect(draft.save('nowhere', {})).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the lines of a group', () => {
  it('are added and taken away without losing or reproaching anything', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const values = async () => (await draftPage(tenant.nobody, visitor, draft.id, 'more')).values
    const two = { 'children.0.firstName': ['Ana'], 'children.1.firstName': ['Bo'] }
    expect(await draft.save('more', { ...two, _add: ['children'] })).toEqual({
      ok: false,
      problems: [],
      appeared: [],
    })
    expect(await values()).toEqual({ ...two, 'children.2.firstName': [''] })
    await draft.save('more', { ...two, 'children.2.firstName': ['Cid'], _remove: ['children.0'] })
    expect(await values()).toEqual({ 'children.0.firstName': ['Bo'], 'children.1.firstName': ['Cid'] })
  })

  it('are not more than the group allows', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const three = Object.fromEntries([0, 1, 2].map((at) => [`children.${at}.firstName`, ['Ana']]))
    await draft.save('more', { ...three, _add: ['children'] })
    const { values } = await draftPage(tenant.nobody, visitor, draft.id, 'more')
    expect(values).toEqual(three)
  })

  it('ignore a button of a field that has no lines', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    expect(await draft.save('more', { _add: ['motive'], _remove: ['__proto__.0'] })).toEqual({
      ok: true,
      next: null,
    })
  })
})

describe('the check of the answers', () => {
  it('shows every answer as a person reads it, and that it may be sent', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn(player, { 'children.0.firstName': ['Ana'] })
    const review = await reviewDraft(tenant.nobody, visitor, draft.id)
    expect(review).toMatchObject({ complete: true, notEligible: [], changed: false })
    expect(review.pages[0]?.answers.map(({ label, display }) => [label, display])).toEqual([
      ['Nom du joueur', 'Lucie Macquart'],
      ['Courriel', 'lucie@courriel.example'],
      ['Niveau', 'Débutant'],
    ])
    const children = review.pages[1]?.answers.find(({ key }) => key === 'children')
    expect(children?.items).toEqual([[{ key: 'firstName', label: 'Prénom', display: 'Ana' }]])
  })

  it('tells what was typed wrong, even where an answer is not required', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    await draft.save('more', { certificate: ['not an id'] })
    const review = await reviewDraft(tenant.nobody, visitor, draft.id)
    expect(review.complete).toBe(false)
    expect(review.pages[1]?.done).toBe(false)
  })

  it('is not complete before every page was seen', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    const review = await reviewDraft(tenant.nobody, visitor, draft.id)
    expect(review).toMatchObject({ complete: false, draft: { resume: 'more' } })
  })
})

describe('a draft', () => {
  it.each([
    ['another browser', () => newVisitor()],
    ['a browser without its cookie', () => undefined],
    ['a forged cookie', () => ''],
  ])('does not exist for %s', async (_who, other) => {
    const { id } = await aDraft(tenant.nobody, visitor)
    for (const use of [draftOf, reviewDraft, deleteDraft]) {
      await expect(use(tenant.nobody, other(), id)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await listDrafts(tenant.nobody, other())).toEqual([])
  })

  it('does not exist for another person, nor under an id that is none', async () => {
    const elise = tenant.as(await tenant.person('Élise'))
    const paul = tenant.as(await tenant.person('Paul'))
    const { id } = await aDraft(elise, undefined)
    await expect(draftOf(paul, visitor, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(draftOf(elise, undefined, "x' or 1=1")).rejects.toMatchObject({ code: 'not-found' })
  })

  it('follows its author into their account, and leaves the browser', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    const elise = tenant.as(await tenant.person('Élise Courrière'))
    expect(await claimDrafts(elise, visitor)).toBe(1)
    expect((await listDrafts(elise, undefined)).map(({ id }) => id)).toEqual([draft.id])
    expect(await listDrafts(tenant.nobody, visitor)).toEqual([])
  })

  it('is listed with what is left to do, the last changed first', async () => {
    const older = await aDraft(tenant.nobody, visitor)
    await older.save('player', player)
    tenant.clock.advance(60_000)
    const newer = await aDraft(tenant.nobody, visitor)
    await newer.save('player', { playerName: ['Lucie'] })
    const drafts = await listDrafts(tenant.nobody, visitor)
    expect(drafts.map(({ id, resume }) => [id, resume])).toEqual([
      [newer.id, 'player'],
      [older.id, 'more'],
    ])
    expect(drafts[1]).toMatchObject({
      procedure: { key: 'licence', title: 'Demander une licence' },
      steps: [
        { key: 'player', done: true },
        { key: 'more', done: false },
      ],
    })
  })
})
