// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { entryHistory, viewEntry } from '../entries/index.ts'
import { listMails } from '../notifications/index.ts'
import { busyClub } from '../views/views.fixture.ts'
import {
  counterProcedures,
  draftOf,
  filedDraft,
  listDrafts,
  savePage,
  startDraft,
  startForSomeone,
  submitDraft,
} from './index.ts'

let club: TestTenant
let secretary: Context
let coach: Context
let player: Context
let administrator: Context

const asked = {
  procedure: 'licence',
  name: { firstName: 'Marcel', lastName: 'Brunet' },
  channel: 'counter',
}

beforeAll(async () => {
  club = await aTenant({ solutions: [busyClub] })
  const office = await club.organisation('Bureau')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  administrator = club.as(await club.person('Ida Motte', { administrator: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: office }))
  player = club.as(await club.person('Élise Courrière'))
})
afterAll(() => club.close())

const mailboxOf = ({ actor }: Context) => (actor.kind === 'person' ? actor.email : '')

async function file(request: Partial<Parameters<typeof startForSomeone>[1]> = {}, email?: string) {
  const { id } = await startForSomeone(secretary, { ...asked, ...request })
  const form = { playerName: ['Marcel Brunet'], level: ['beginner'], ...(email && { playerEmail: [email] }) }
  await savePage(secretary, undefined, { draftId: id, page: 'player', form })
  await savePage(secretary, undefined, { draftId: id, page: 'more', form: {} })
  const submitted = await submitDraft(secretary, undefined, id)
  if (!submitted.ok) throw new Error(JSON.stringify(submitted))
  return { draft: id, entry: submitted.entryId }
}

describe('filing for somebody', () => {
  it('is offered to who has the right, for the procedures that are open', async () => {
    expect(await counterProcedures(secretary)).toEqual([{ key: 'licence', title: 'Demander une licence' }])
    expect(await counterProcedures(coach)).toEqual([])
    expect(await counterProcedures(club.nobody)).toEqual([])
  })

  it('begins with what is known of the person, and is the agent’s to fill in', async () => {
    const { id } = await startForSomeone(secretary, { ...asked, email: ' marcel@courriel.example ' })
    expect((await draftOf(secretary, undefined, id)).filedFor).toEqual({
      channel: 'counter',
      name: 'Marcel Brunet',
      email: 'marcel@courriel.example',
    })
    await expect(draftOf(player, undefined, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not ask for a mailbox that the person does not have', async () => {
    const { entry } = await file({ channel: 'phone' })
    const view = await viewEntry(secretary, entry)
    expect(view.owner).toBeNull()
    expect(view.fields.find(({ key }) => key === 'playerEmail')?.value).toBeNull()
  })

  it('insists on it for anybody else', async () => {
    const { id } = await startDraft(player, undefined, 'licence')
    await savePage(player, undefined, {
      draftId: id,
      page: 'player',
      form: { playerName: ['Élise'], playerEmail: [''], level: ['beginner'] },
    })
    expect(await submitDraft(player, undefined, id)).toMatchObject({ ok: false, refusal: 'incomplete' })
  })

  it('gives the request to the person of the mailbox, and the receipt to that mailbox', async () => {
    const email = mailboxOf(player)
    const { entry } = await file({ email }, email)
    expect((await viewEntry(player, entry)).owner).toBe(
      player.actor.kind === 'person' ? player.actor.personId : '',
    )
    await settle(club.platform)
    const { rows } = await listMails(administrator)
    expect(JSON.stringify(rows)).toContain(email)
  })

  it('is told in the history: who filed it, for whom, how they came', async () => {
    const { draft, entry } = await file({ channel: 'letter' })
    const created = (await entryHistory(secretary, entry)).find(({ kind }) => kind === 'entry.created')
    expect(created).toMatchObject({
      actor: { name: 'Nadia Benaïssa' },
      filing: { channel: 'letter', filedFor: 'Marcel Brunet' },
    })
    expect((await filedDraft(secretary, undefined, draft)).isForSomeone).toBe(true)
  })

  it('never opens the draft that the agent writes for themselves', async () => {
    const { id } = await startForSomeone(secretary, asked)
    const own = await startDraft(secretary, undefined, 'licence')
    expect(own.id).not.toBe(id)
    expect((await listDrafts(secretary, undefined)).map((draft) => draft.id)).toContain(id)
  })

  it.each([
    ['somebody without the right', () => coach, {}, 'not-allowed'],
    ['the public', () => player, {}, 'not-allowed'],
    ['nobody', () => club.nobody, {}, 'sign-in-required'],
    ['a procedure that there is not', () => secretary, { procedure: 'constructor' }, 'not-found'],
    [
      'a name without its parts',
      () => secretary,
      { name: { firstName: 'Marcel', lastName: ' ' } },
      'invalid-input',
    ],
    ['a mailbox that is none', () => secretary, { email: 'marcel' }, 'invalid-input'],
    ['a way that there is not', () => secretary, { channel: 'pigeon' }, 'invalid-input'],
  ])('is refused to or for %s', async (_, who, change, code) => {
    await expect(startForSomeone(who(), { ...asked, ...change })).rejects.toMatchObject({ code })
  })
})
