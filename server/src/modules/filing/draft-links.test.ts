// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { aDraft, player } from './filing.fixture.ts'
import {
  claimDrafts,
  draftOf,
  draftPage,
  listDrafts,
  newVisitor,
  openDraftLink,
  renewDraftLink,
  sendDraftLink,
  submitDraft,
} from './index.ts'

let club: TestTenant
beforeAll(async () => {
  club = await aTenant()
})
afterAll(() => club.close())

const mails = async (email: string) => {
  const { rows } = await sql<{ text: string; template: string }>`
    select text, template from mails where to_email = ${email} order by created_at, id`.execute(
    club.platform.db,
  )
  return rows
}
const lastToken = async (email: string) =>
  /\/reprendre\/([\w-]+)/.exec((await mails(email)).at(-1)?.text ?? '')?.[1] ?? ''

let laptop: string
let phone: string
let email: string
let count = 0
beforeEach(() => {
  laptop = newVisitor()
  phone = newVisitor()
  count += 1
  email = `lucie${count}@courriel.example`
})

describe('resuming a draft by a link in a mail', () => {
  it('opens the draft on another device, with all that was typed', async () => {
    const draft = await aDraft(club.nobody, laptop)
    await draft.save('player', { ...player, level: ['autre'] })
    expect(await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email: ` ${email} ` })).toEqual({
      ok: true,
      email,
    })
    expect((await mails(email)).map(({ template }) => template)).toEqual(['draft.resume'])
    expect(await openDraftLink(club.nobody, phone, await lastToken(email))).toEqual({
      kind: 'opened',
      draftId: draft.id,
    })
    expect((await draftPage(club.nobody, phone, draft.id, 'player')).values['level']).toEqual(['autre'])
    expect(await listDrafts(club.nobody, phone)).toHaveLength(1)
    await expect(draftOf(club.nobody, laptop, draft.id)).resolves.toMatchObject({ id: draft.id })
  })

  it('does not open it to a browser that has not the link', async () => {
    const draft = await aDraft(club.nobody, laptop)
    await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email })
    await expect(draftOf(club.nobody, phone, draft.id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(openDraftLink(club.nobody, phone, 'a'.repeat(43))).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(sendDraftLink(club.nobody, phone, { draftId: draft.id, email })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('opens other drafts of neither device', async () => {
    const draft = await aDraft(club.nobody, laptop)
    const other = await aDraft(club.nobody, newVisitor())
    await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email })
    await openDraftLink(club.nobody, phone, await lastToken(email))
    await expect(draftOf(club.nobody, phone, other.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([[''], ['lucie'], ['lucie@']])('refuses the mailbox « %s » in a sentence', async (typed) => {
    const draft = await aDraft(club.nobody, laptop)
    expect(await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email: typed })).toMatchObject({
      ok: false,
      text: expect.stringMatching(/\p{L}/u) as string,
    })
  })

  it('sends no more than four mails an hour to one mailbox, and tells nobody', async () => {
    for (let at = 0; at < 6; at += 1) {
      const draft = await aDraft(club.nobody, newVisitor2(at))
      const sent = await sendDraftLink(club.nobody, newVisitor2(at), { draftId: draft.id, email })
      expect(sent.ok).toBe(true)
    }
    expect(await mails(email)).toHaveLength(4)
  })

  it('expires, and is renewed to the same mailbox only', async () => {
    const draft = await aDraft(club.nobody, laptop)
    await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email })
    const old = await lastToken(email)
    club.clock.advance(16 * 86_400_000)
    expect(await openDraftLink(club.nobody, phone, old)).toEqual({ kind: 'expired' })
    await expect(draftOf(club.nobody, phone, draft.id)).rejects.toMatchObject({ code: 'not-found' })
    await renewDraftLink(club.nobody, old)
    expect(await mails(email)).toHaveLength(2)
    expect(await openDraftLink(club.nobody, phone, await lastToken(email))).toMatchObject({ kind: 'opened' })
    await renewDraftLink(club.nobody, await lastToken(email))
    expect(await mails(email)).toHaveLength(2)
  })

  it('says that the request was sent, and that a draft is gone', async () => {
    const draft = await aDraft(club.nobody, laptop)
    await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email })
    const token = await lastToken(email)
    await draft.filledIn()
    expect(await submitDraft(club.nobody, laptop, draft.id)).toMatchObject({ ok: true })
    expect(await openDraftLink(club.nobody, phone, token)).toEqual({ kind: 'filed' })
    club.clock.advance(40 * 86_400_000)
    await expect(openDraftLink(club.nobody, phone, token)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leads to the sign-in for a draft of an account, which it opens to nobody else', async () => {
    const lucie = club.as(await club.person('Lucie Macquart'))
    const draft = await aDraft(lucie, laptop)
    await sendDraftLink(lucie, laptop, { draftId: draft.id, email })
    expect(await openDraftLink(club.nobody, phone, await lastToken(email))).toEqual({
      kind: 'owned',
      draftId: draft.id,
    })
    await expect(draftOf(club.nobody, phone, draft.id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('gives the draft to who signs in where it was opened, and to the other device no more', async () => {
    const draft = await aDraft(club.nobody, laptop)
    await sendDraftLink(club.nobody, laptop, { draftId: draft.id, email })
    await openDraftLink(club.nobody, phone, await lastToken(email))
    const lucie = club.as(await club.person('Lucie Sicardot'))
    expect(await claimDrafts(lucie, phone)).toBe(1)
    expect(await listDrafts(lucie, undefined)).toHaveLength(1)
    await expect(draftOf(club.nobody, laptop, draft.id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

/** Browsers told apart by a number. */
const newVisitor2 = (at: number) => `another browser of the tests ${count} ${at}`
