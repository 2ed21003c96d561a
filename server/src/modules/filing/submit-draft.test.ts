// SPDX-License-Identifier: MIT
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installSolution } from '../definitions/index.ts'
import { countEntries, getEntry, viewEntry } from '../entries/index.ts'
import { eventsOfEntry } from '../events/index.ts'
import { openLink } from '../links/index.ts'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { aDraft, clubThatAsksMore, clubWith, player, strictClub } from './filing.fixture.ts'
import {
  deleteDraft,
  draftOf,
  draftPage,
  filedDraft,
  followFiled,
  listDrafts,
  newVisitor,
  purgeDrafts,
  reviewDraft,
  submitDraft,
} from './index.ts'

let tenant: TestTenant
let visitor: string
let start: number

beforeAll(async () => {
  tenant = await aTenant()
  start = tenant.clock.now().getTime()
})
beforeEach(() => {
  visitor = newVisitor()
})
// Each test finds the club as it is, on its first day.
afterEach(async () => {
  tenant.clock.advance(start - tenant.clock.now().getTime())
  await installSolution(tenant.system, club, 'tests')
})
afterAll(() => tenant.close())

async function filed(id: string) {
  const submitted = await submitDraft(tenant.nobody, visitor, id)
  if (!submitted.ok) throw new Error(submitted.text)
  return submitted
}

async function licences() {
  return (await countEntries(tenant.system, { collection: 'club.licence' })).count
}

describe('sending a draft', () => {
  it('files the request with its answers, its number and its event', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const { entryId, number, again } = await filed(
      await draft.filledIn(player, { 'children.0.firstName': ['Ana'] }),
    )
    expect(number).toMatch(/^LIC-2026-\d{5}$/)
    expect(again).toBe(false)
    const entry = await viewEntry(tenant.system, entryId)
    expect(entry).toMatchObject({
      title: 'Licence de Lucie Macquart',
      procedure: { key: 'licence' },
      owner: null,
    })
    const { values } = await getEntry(tenant.system.db, tenant.system, entryId)
    expect(values).toMatchObject({ level: 'beginner', children: [{ firstName: 'Ana' }], motive: null })
    expect((await eventsOfEntry(tenant.system.db, entryId, 10)).map(({ kind }) => kind)).toEqual([
      'entry.created',
    ])
  })

  it('gives the request to the person who is signed in', async () => {
    const elise = await tenant.person('Élise')
    const draft = await aDraft(tenant.as(elise), undefined)
    const submitted = await submitDraft(tenant.as(elise), undefined, await draft.filledIn())
    expect(submitted.ok && (await viewEntry(tenant.as(elise), submitted.entryId)).owner).toBe(elise.personId)
  })

  it('twice files it once', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const before = await licences()
    const first = await filed(await draft.filledIn())
    expect(await filed(draft.id)).toEqual({ ...first, again: true })
    expect(await licences()).toBe(before + 1)
  })

  it('eight times at the same moment files it once', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const id = await draft.filledIn()
    const before = await licences()
    const all = await Promise.all(Array.from({ length: 8 }, () => filed(id)))
    expect(new Set(all.map(({ entryId }) => entryId)).size).toBe(1)
    expect(all.filter(({ again }) => !again)).toHaveLength(1)
    expect(await licences()).toBe(before + 1)
  })

  it('does not file what a choice has hidden', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', { ...player, level: ['expert'] })
    await draft.save('more', { motive: ['Un secret'] })
    await draft.save('player', player)
    const { entryId } = await filed(draft.id)
    const { values } = await getEntry(tenant.system.db, tenant.system, entryId)
    expect(values['motive']).toBeNull()
  })

  it('writes what the procedure sets', async () => {
    await installSolution(tenant.system, clubWith({ presets: { fee: 1500 } }), 'tests')
    const draft = await aDraft(tenant.nobody, visitor)
    const { entryId } = await filed(await draft.filledIn())
    const { values } = await getEntry(tenant.system.db, tenant.system, entryId)
    expect(values['fee']).toBe(1500)
  })

  it('leaves nothing of the answers in the draft, which cannot be filled in any more', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const { number } = await filed(await draft.filledIn())
    await expect(draftPage(tenant.nobody, visitor, draft.id, 'player')).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(draft.save('player', player)).rejects.toMatchObject({ code: 'not-found' })
    expect(await listDrafts(tenant.nobody, visitor)).toEqual([])
    expect(await draftOf(tenant.nobody, visitor, draft.id)).toMatchObject({ filed: { number } })
  })
})

describe('a draft is not filed', () => {
  it('while something is missing: it says where to go on', async () => {
    const before = await licences()
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.save('player', player)
    expect(await submitDraft(tenant.nobody, visitor, draft.id)).toMatchObject({
      ok: false,
      refusal: 'incomplete',
      page: 'more',
    })
    await draft.save('player', { ...player, playerEmail: ['lucie'] })
    expect(await submitDraft(tenant.nobody, visitor, draft.id)).toMatchObject({
      refusal: 'incomplete',
      page: 'player',
      problems: [{ path: 'playerEmail', code: 'email' }],
    })
    expect(await licences()).toBe(before)
  })

  it('for who is not eligible: it says why, in their language', async () => {
    await installSolution(tenant.system, strictClub, 'tests')
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    const refused = { ok: false, refusal: 'not-eligible', text: 'Réservé aux joueurs confirmés.' }
    expect(await submitDraft(tenant.nobody, visitor, draft.id)).toMatchObject(refused)
    expect((await reviewDraft(tenant.nobody, visitor, draft.id)).notEligible).toEqual([refused.text])
    const english = tenant.as({ kind: 'nobody', locale: 'en' })
    expect(await submitDraft(english, visitor, draft.id)).toMatchObject({ text: 'For expert players.' })
  })

  it('once the procedure is closed', async () => {
    await installSolution(tenant.system, strictClub, 'tests')
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn({ ...player, level: ['expert'] }, { motive: ['Jouer'] })
    tenant.clock.advance(10 * 86_400_000)
    await expect(submitDraft(tenant.nobody, visitor, draft.id)).rejects.toMatchObject({
      code: 'procedure-closed',
    })
    await expect(aDraft(tenant.nobody, newVisitor())).rejects.toMatchObject({ code: 'procedure-closed' })
  })

  it('once the procedure is withdrawn', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    await installSolution(tenant.system, { ...club, procedures: {} }, 'tests')
    await expect(submitDraft(tenant.nobody, visitor, draft.id)).rejects.toMatchObject({
      code: 'procedure-closed',
    })
    expect(await listDrafts(tenant.nobody, visitor)).toEqual([])
  })

  it('under questions that its author has not read: they read them, then it is', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    await installSolution(tenant.system, clubThatAsksMore(), 'tests')
    expect(await submitDraft(tenant.nobody, visitor, draft.id)).toMatchObject({
      ok: false,
      refusal: 'changed',
    })
    const review = await reviewDraft(tenant.nobody, visitor, draft.id)
    expect(review).toMatchObject({ changed: true, complete: true })
    for (const forged of ['', 'x', randomUUID()]) {
      const again = await submitDraft(tenant.nobody, visitor, draft.id, { reviewed: forged })
      expect(again).toMatchObject({ ok: false, refusal: 'changed' })
    }
    const reviewed = { reviewed: review.release }
    expect(await submitDraft(tenant.nobody, visitor, draft.id, reviewed)).toMatchObject({ ok: true })
  })

  it('anew because of a release that asks nothing else', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await draft.filledIn()
    await installSolution(tenant.system, clubWith({ minutes: 5 }), 'tests')
    expect((await reviewDraft(tenant.nobody, visitor, draft.id)).changed).toBe(false)
    expect(await submitDraft(tenant.nobody, visitor, draft.id)).toMatchObject({ ok: true })
  })

  it('for another browser', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const id = await draft.filledIn()
    await expect(submitDraft(tenant.nobody, newVisitor(), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('when its entry cannot be written: draft and answers stay', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const id = await draft.filledIn()
    const withoutGrant = { ...club, grants: club.grants.filter(({ may }) => !may.includes('create')) }
    await installSolution(tenant.system, withoutGrant, 'tests')
    await expect(submitDraft(tenant.nobody, visitor, id)).rejects.toMatchObject({ code: 'sign-in-required' })
    expect((await draftOf(tenant.nobody, visitor, id)).filed).toBeNull()
    expect((await draftPage(tenant.nobody, visitor, id, 'player')).values).toMatchObject(player)
  })
})

describe('the confirmation', () => {
  it('says the number and where the receipt goes, to who has just filed', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const { number } = await filed(await draft.filledIn())
    expect(await filedDraft(tenant.nobody, visitor, draft.id)).toMatchObject({
      number,
      email: 'lucie@courriel.example',
      procedure: { title: 'Demander une licence' },
    })
  })

  it('leads to the request by a link that opens nothing else', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const { entryId } = await filed(await draft.filledIn())
    const url = await followFiled(tenant.nobody, visitor, draft.id)
    const opened = await openLink(tenant.nobody, url?.slice(url.lastIndexOf('/') + 1) ?? '')
    expect(opened).toMatchObject({ ok: true, entryId })
    await expect(followFiled(tenant.nobody, newVisitor(), draft.id)).rejects.toMatchObject({
      code: 'not-found',
    })
    tenant.clock.advance(61 * 60_000)
    await expect(followFiled(tenant.nobody, visitor, draft.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('tells nothing to another browser, before filing, nor an hour later', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const notFound = { code: 'not-found' }
    await draft.filledIn()
    await expect(filedDraft(tenant.nobody, visitor, draft.id)).rejects.toMatchObject(notFound)
    await filed(draft.id)
    await expect(filedDraft(tenant.nobody, newVisitor(), draft.id)).rejects.toMatchObject(notFound)
    tenant.clock.advance(61 * 60_000)
    await expect(filedDraft(tenant.nobody, visitor, draft.id)).rejects.toMatchObject(notFound)
  })
})

describe('the end of a draft', () => {
  it('comes at its holder’s wish', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    await deleteDraft(tenant.nobody, visitor, draft.id)
    await expect(draftOf(tenant.nobody, visitor, draft.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('comes thirty days after its last change', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    tenant.clock.advance(20 * 86_400_000)
    await purgeDrafts(tenant.platform)
    await draft.save('player', player)
    tenant.clock.advance(29 * 86_400_000)
    await purgeDrafts(tenant.platform)
    expect((await draftOf(tenant.nobody, visitor, draft.id)).id).toBe(draft.id)
    tenant.clock.advance(86_400_001)
    await expect(draftOf(tenant.nobody, visitor, draft.id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await purgeDrafts(tenant.platform)).toBeGreaterThan(0)
    tenant.clock.advance(-86_400_001)
    await expect(draftOf(tenant.nobody, visitor, draft.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves the request that was filed', async () => {
    const draft = await aDraft(tenant.nobody, visitor)
    const { entryId } = await filed(await draft.filledIn())
    tenant.clock.advance(31 * 86_400_000)
    expect(await purgeDrafts(tenant.platform)).toBeGreaterThan(0)
    expect((await viewEntry(tenant.system, entryId)).title).toBe('Licence de Lucie Macquart')
  })
})
