// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendAccountMail } from '../../platform-mails.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { training } from '../../testing/training.ts'
import { type Accounts, openAccounts } from '../accounts/index.ts'
import { createEntry, entryHistory, listEntries, viewEntry } from '../entries/index.ts'
import { actorOf, findPersonByEmail } from '../people/index.ts'
import { inviteMember, inviteMemberAgain, listMembers, myOrganisations, withdrawMember } from './index.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let town: TestTenant
let accounts: Accounts
let bakery: string
let garage: string
let head: Person
let registrar: Person
beforeAll(async () => {
  town = await aTenant({ solutions: [training] })
  accounts = openAccounts(town.platform, { sessionHours: 1, sendMail: sendAccountMail(town.platform) })
  bakery = await town.organisation('Boulangerie Martin')
  garage = await town.organisation('Garage Petit')
  head = await town.person('Denise Martin', { head: bakery })
  registrar = await town.person('Nadia Benaïssa', { registrar: await town.organisation('Scolarité') })
})
afterAll(() => town.close())

const inviting = (request: Partial<Parameters<typeof inviteMember>[2]> = {}, by: Person = head) =>
  inviteMember(town.as(by), accounts, {
    organisation: bakery,
    role: 'training.secretary',
    name: 'Hugo Blanc',
    email: 'hugo@courriel.example',
    ...request,
  })
const members = async (by: Person = head) => (await listMembers(town.as(by), { organisation: bakery })).rows
const mailsTo = async (email: string) => {
  const { rows } = await sql`select from public.mails where to_email = ${email}`.execute(town.platform.db)
  return rows.length
}
async function hugo(): Promise<Person> {
  const found = await findPersonByEmail(town.platform, 'hugo@courriel.example')
  const actor = found && (await actorOf(town.platform, found.id))
  if (!actor) throw new Error('Hugo is not in the directory')
  return actor
}

describe('the head of an organisation', () => {
  it('sees its profile, what they are there, and which roles they give', async () => {
    expect(await myOrganisations(town.as(head))).toMatchObject([
      {
        name: 'Boulangerie Martin',
        roles: ['Responsable de l’organisme'],
        manages: [{ role: 'training.secretary', title: 'Secrétariat' }],
      },
    ])
  })

  it('declares a member, who receives the way in and enters the directory', async () => {
    expect(await inviting()).toEqual({ ok: true })
    expect(await members()).toMatchObject([
      { name: 'Hugo Blanc', email: 'hugo@courriel.example', roleTitle: 'Secrétariat', account: 'invited' },
    ])
    expect(await mailsTo('hugo@courriel.example')).toBe(1)
  })

  it('sends the way in again', async () => {
    const [member] = await members()
    await inviteMemberAgain(town.as(head), accounts, member?.membershipId ?? '')
    expect(await mailsTo('hugo@courriel.example')).toBe(2)
  })

  it('is told of an invitation that was not used in time', async () => {
    town.clock.advance(60 * 24 * 3_600_000)
    expect(await members()).toMatchObject([{ account: 'lapsed' }])
  })
})

describe('a member', () => {
  it('reads the profile, files for the organisation and follows what others filed', async () => {
    await createEntry(town.as(head), {
      collection: 'training.report',
      values: { subject: 'Convention', organisation: bakery },
    })
    const member = town.as(await hugo())
    await createEntry(member, {
      collection: 'training.report',
      values: { subject: 'Attestation', organisation: bakery },
    })
    expect(await viewEntry(member, bakery)).toMatchObject({ title: 'Boulangerie Martin' })
    const { rows } = await listEntries(member, { collection: 'training.report' })
    expect(rows.map(({ title }) => title).toSorted()).toEqual(['Attestation', 'Convention'])
    const elsewhere = {
      collection: 'training.report',
      values: { subject: 'X', organisation: garage },
    } as const
    await expect(createEntry(member, elsewhere)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('declares and withdraws nobody', async () => {
    const [member] = await members()
    const asMember = await hugo()
    expect((await myOrganisations(town.as(asMember)))[0]?.manages).toEqual([])
    await expect(members(asMember)).rejects.toMatchObject({ code: 'not-found' })
    await expect(inviting({}, asMember)).rejects.toMatchObject({ code: 'not-found' })
    await expect(withdrawMember(town.as(asMember), member?.membershipId ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('loses access at once when withdrawn; their acts and the membership stay', async () => {
    const [member] = await members()
    const { rows } = await listEntries(town.as(await hugo()), { collection: 'training.report' })
    const theirs = rows.find(({ title }) => title === 'Attestation')?.id ?? ''
    await withdrawMember(town.as(head), member?.membershipId ?? '')
    expect(await members()).toEqual([])
    const gone = await hugo()
    expect(gone.roles).toEqual([])
    await expect(viewEntry(town.as(gone), bakery)).rejects.toMatchObject({ code: 'not-found' })
    const [filed] = await entryHistory(town.as(registrar), theirs)
    expect(filed).toMatchObject({ actor: { name: 'Hugo Blanc' } })
    const memberships = await listEntries(town.as(registrar), { collection: 'training.membership' })
    expect(memberships.rows.map(({ id }) => id)).toContain(member?.membershipId)
  })
})

describe('declaring a member is refused', () => {
  it.each([
    ['in a role that the head does not give', { role: 'training.registrar' }, 'unknown-role'],
    ['in the head’s own role', { role: 'training.head' }, 'unknown-role'],
    ['without a name of two words', { name: 'Hugo' }, 'missing-name'],
    ['without a mailbox', { email: 'hugo' }, 'invalid-email'],
  ])('%s', async (_, request, refusal) => {
    expect(await inviting(request)).toEqual({ ok: false, refusal })
    expect(await members()).toEqual([])
  })

  it('twice for the same person', async () => {
    const twice = { name: 'Rose Noir', email: 'rose@courriel.example' }
    await inviting(twice)
    expect(await inviting(twice)).toEqual({ ok: false, refusal: 'already-member' })
  })

  it('in another organisation, to nobody, and for oneself to leave', async () => {
    await expect(inviting({ organisation: garage })).rejects.toMatchObject({ code: 'not-found' })
    await expect(myOrganisations(town.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(
      inviteMember(town.nobody, accounts, {
        organisation: bakery,
        role: 'training.secretary',
        name: 'A B',
        email: 'a@b.example',
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('for the head of another organisation who knows the membership', async () => {
    const other = await town.person('Luc Petit', { head: garage })
    const [rose] = await members()
    await expect(withdrawMember(town.as(other), rose?.membershipId ?? '')).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(inviteMemberAgain(town.as(other), accounts, rose?.membershipId ?? '')).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    )
  })
})
