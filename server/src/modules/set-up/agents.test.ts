// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import {
  type Accounts,
  callerOf,
  isTokenGood,
  openAccounts,
  resetPassword,
  signIn,
} from '../accounts/index.ts'
import { actorOf } from '../people/index.ts'
import { aBrowser } from '../accounts/accounts.testing.ts'
import {
  addRole,
  endMembership,
  findAgent,
  inviteAgain,
  inviteAgent,
  listAgents,
  listRoles,
} from './index.ts'
import { aKeptClub, type KeptClub } from '../../testing/kept-club.ts'

let town: KeptClub
let accounts: Accounts
/** The links that were mailed, the last one last. */
const links: { to: string; token: string }[] = []
beforeAll(async () => {
  town = await aKeptClub()
  accounts = openAccounts(town.tenant.platform, {
    sessionHours: 12,
    sendMail: async (_tx, { kind, to, button }) => {
      if (kind === 'invitation') links.push({ to: to.email, token: button.url.split('/').at(-1) ?? '' })
    },
  })
})
afterAll(() => town.tenant.close())

const password = 'un mot de passe assez long'
const coach = () => ({ role: 'club.coach', organisation: town.office })

it('shows all the roles that somebody held, beyond a page of them', async () => {
  const { personId } = await town.tenant.person('Odile Archambault', { coach: town.office })
  await sql`
    with one as (
      select e.* from data.club_membership m join public.entries e on e.id = m.id where m.person = ${personId}
    ), made as (
      select gen_random_uuid() as id from generate_series(1, 201)
    ), kept as (
      insert into public.entries
      select (jsonb_populate_record(null::public.entries, to_jsonb(one) || jsonb_build_object('id', made.id, 'number', null))).*
      from one, made returning id
    )
    insert into data.club_membership
    select (jsonb_populate_record(null::data.club_membership, to_jsonb(m) || jsonb_build_object('id', kept.id))).*
    from data.club_membership m, kept where m.person = ${personId}
  `.execute(town.tenant.platform.db)
  expect((await findAgent(town.admin, personId))?.memberships).toHaveLength(202)
})

describe('inviting somebody', () => {
  it('gives the role, opens the account and mails the way in, which chooses the password once', async () => {
    const done = await inviteAgent(town.admin, accounts, {
      name: 'Zoé Puech',
      email: 'zoe@plassans.example',
      membership: coach(),
    })
    expect(done).toMatchObject({ ok: true })
    if (!done.ok) throw new Error(done.refusal)
    expect(await findAgent(town.admin, done.personId)).toMatchObject({
      name: 'Zoé Puech',
      account: { standing: 'invited', until: new Date('2026-11-28T11:00:00Z') },
      memberships: [
        { role: 'club.coach', title: { fr: 'Entraîneuse' }, organisation: 'Bureau', standing: 'now' },
      ],
    })
    const { to, token } = links.at(-1) ?? { to: '', token: '' }
    expect(to).toBe('zoe@plassans.example')
    expect(
      await resetPassword(accounts, aBrowser().client, { token, password, purpose: 'invitation' }),
    ).toEqual({ ok: true })
    expect(await signIn(accounts, aBrowser().client, { email: to, password })).toMatchObject({ ok: true })
    expect(await findAgent(town.admin, done.personId)).toMatchObject({ account: { standing: 'active' } })
    expect(
      await resetPassword(accounts, aBrowser().client, { token, password, purpose: 'invitation' }),
    ).toMatchObject({
      refusal: 'link-expired',
    })
  })

  it('is void after seven days, and once another was sent', async () => {
    const own = await aKeptClub()
    const mailed: string[] = []
    const theirs = openAccounts(own.tenant.platform, {
      sessionHours: 12,
      sendMail: async (_tx, { button }) => mailed.push(button.url.split('/').at(-1) ?? ''),
    })
    const membership = { role: 'club.coach', organisation: own.office }
    const done = await inviteAgent(own.admin, theirs, {
      name: 'Luc Roy',
      email: 'luc@plassans.example',
      membership,
    })
    if (!done.ok) throw new Error(done.refusal)
    await inviteAgain(own.admin, theirs, done.personId)
    const good = (token = '') => isTokenGood(theirs, { purpose: 'invitation', token })
    expect([await good(mailed[0]), await good(mailed[1])]).toEqual([false, true])
    own.tenant.clock.advance(7 * 86_400_000)
    expect(await good(mailed[1])).toBe(false)
    expect(await findAgent(own.admin, done.personId)).toMatchObject({ account: { standing: 'lapsed' } })
    await own.tenant.close()
  })

  it.each([
    ['a role that is not', { role: 'club.president' }, 'unknown-role'],
    ['no organisation', { organisation: '' }, 'missing-organisation'],
    [
      'days that end before they begin',
      { startsOn: '2026-12-31', endsOn: '2026-12-01' },
      'ends-before-start',
    ],
  ])('with %s is refused', async (_, wrong, refusal) => {
    const request = { name: 'A B', email: 'ab@plassans.example', membership: { ...coach(), ...wrong } }
    expect(await inviteAgent(town.admin, accounts, request)).toEqual({ ok: false, refusal })
  })

  it('that is refused at its end leaves nothing behind', async () => {
    const before = (await listAgents(town.admin)).rows.length
    const request = { name: 'Seul', email: 'seul@plassans.example', membership: coach() }
    expect(await inviteAgent(town.admin, accounts, request)).toEqual({ ok: false, refusal: 'missing-name' })
    const mailbox = { ...request, name: 'Sans Boîte', email: 'pas une adresse' }
    await expect(inviteAgent(town.admin, accounts, mailbox)).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await listAgents(town.admin)).rows).toHaveLength(before)
  })
})

describe('ending a membership', () => {
  it('cuts the access at once, and keeps the membership in the history', async () => {
    const leaving = await town.tenant.person('Ines Partante', { coach: town.office })
    const agent = await findAgent(town.admin, leaving.personId)
    const membership = agent?.memberships[0]?.id ?? ''
    expect((await actorOf(town.tenant.platform, leaving.personId))?.roles).toHaveLength(1)
    expect(await endMembership(town.admin, { id: membership })).toMatchObject({ ok: true })
    expect((await actorOf(town.tenant.platform, leaving.personId))?.roles).toEqual([])
    expect(await findAgent(town.admin, leaving.personId)).toMatchObject({
      memberships: [{ id: membership, endsOn: '2026-11-20', standing: 'ended' }],
    })
  })

  it('may be on a day to come', async () => {
    const leaving = await town.tenant.person('Jean Partant', { coach: town.office })
    const agent = await findAgent(town.admin, leaving.personId)
    await endMembership(town.admin, { id: agent?.memberships[0]?.id ?? '', lastDay: '2026-12-31' })
    expect((await actorOf(town.tenant.platform, leaving.personId))?.roles).toHaveLength(1)
  })

  it('is refused for one’s own way into the studio', async () => {
    if (town.admin.actor.kind !== 'person') throw new Error('nobody')
    const self = await findAgent(town.admin, town.admin.actor.personId)
    expect(await endMembership(town.admin, { id: self?.memberships[0]?.id ?? '' })).toEqual({
      ok: false,
      refusal: 'own-access',
    })
  })
})

describe('the agents', () => {
  it('are those who have a role, by name, with the roles that the solutions offer', async () => {
    await town.tenant.person('Sans Rôle')
    const { rows } = await listAgents(town.admin)
    const names = rows.map(({ name }) => name)
    expect(names).toContain('Ada Ministre')
    expect(names).not.toContain('Sans Rôle')
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')))
    expect((await listRoles(town.admin)).map(({ role, space }) => [role, space])).toEqual([
      ['club.secretary', 'desk'],
      ['club.coach', 'desk'],
      ['club.administrator', 'studio'],
    ])
  })

  it('receive one more role', async () => {
    const person = await town.tenant.person('Rosa Double', { coach: town.office })
    const membership = { role: 'club.secretary', organisation: town.office }
    await addRole(town.admin, { personId: person.personId, membership })
    const agent = await findAgent(town.admin, person.personId)
    expect(agent?.memberships.map(({ role }) => role).toSorted()).toEqual(['club.coach', 'club.secretary'])
  })

  it('are kept by administrators alone', async () => {
    const membership = coach()
    const acts: ((who: Context) => Promise<unknown>)[] = [
      (who) => listAgents(who),
      (who) => listRoles(who),
      (who) => findAgent(who, town.office),
      (who) => inviteAgent(who, accounts, { name: 'A B', email: 'a@plassans.example', membership }),
      (who) => inviteAgain(who, accounts, town.office),
      (who) => addRole(who, { personId: town.office, membership }),
      (who) => endMembership(who, { id: town.office }),
    ]
    for (const act of acts) {
      await expect(act(town.secretary)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(act(town.tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    }
    expect(await callerOf(accounts, aBrowser().headers)).toMatchObject({ by: 'nothing' })
  })
})
