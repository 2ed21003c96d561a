// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { createEntry } from '../entries/index.ts'
import { aBrowser, someAccounts, type TestAccounts } from './accounts.testing.ts'
import {
  actAs,
  callerOf,
  changePassword,
  disableAccount,
  makeOwnKey,
  ownLog,
  securityOverview,
  stopActingAs,
} from './index.ts'
import { callerIn, signedIn } from './second-factors.testing.ts'

const helped = {
  ...club,
  roles: {
    ...club.roles,
    administrator: {
      title: { fr: 'Administratrice', en: 'Administrator' },
      space: 'studio' as const,
      mayImpersonate: true,
    },
  },
}

let town: TestAccounts
let office: string
beforeAll(async () => {
  town = await someAccounts({ solutions: [helped] })
  office = await town.tenant.organisation('Bureau')
})
afterAll(() => town.close())

const reason = 'Elle ne retrouve pas sa demande'
const anAdministrator = (name: string) => signedIn(town, name, { administrator: office })
type SignedIn = Awaited<ReturnType<typeof signedIn>>

async function act({ browser }: SignedIn, personId: string, why = reason) {
  return actAs(town.accounts, browser.client, await callerIn(town, browser), { personId, reason: why })
}

describe('an administrator who acts as somebody', () => {
  it('has their rights and no more, is named beside them in the journal, and the person is told', async () => {
    const ada = await anAdministrator('Ada Ministre')
    const nadia = await signedIn(town, 'Nadia Benaïssa', { secretary: office })
    expect(await act(ada, nadia.personId)).toEqual({ ok: true })
    const caller = await callerIn(town, ada.browser)
    expect(caller).toMatchObject({
      accountId: ada.accountId,
      acting: { accountId: nadia.accountId },
      actor: {
        personId: nadia.personId,
        roles: [{ role: 'club.secretary' }],
        by: { personId: ada.personId, name: 'Ada Ministre' },
      },
    })
    const { id } = await createEntry(town.tenant.as(caller.actor), {
      collection: 'club.team',
      values: { name: 'Les Renards' },
    })
    const { rows } = await sql<{ actor_name: string; payload: { by?: { name: string } } }>`
      select actor_name, payload from events where entry_id = ${id}`.execute(town.tenant.platform.db)
    expect(rows[0]).toMatchObject({ actor_name: 'Nadia Benaïssa', payload: { by: { name: 'Ada Ministre' } } })
    expect(town.mailsTo(nadia.email).at(-1)).toMatchObject({ kind: 'acted-as' })
    expect(town.mailsTo(nadia.email).at(-1)?.body).toContain(reason)
    const { lines } = await ownLog(town.accounts, await callerIn(town, nadia.browser))
    expect(lines[0]).toMatchObject({
      kind: 'acted-as',
      detail: { by: 'Ada Ministre', reason },
      network: null,
    })
    await stopActingAs(town.accounts, ada.browser.client, caller)
    expect(await callerIn(town, ada.browser)).toMatchObject({ actor: { personId: ada.personId } })
  })

  it('reaches no credential: neither the person’s nor their own', async () => {
    const ada = await anAdministrator('Grace Ministre')
    const { personId } = await signedIn(town, 'Zoé Puech')
    await act(ada, personId)
    const caller = await callerIn(town, ada.browser)
    const { client } = ada.browser
    for (const reach of [
      securityOverview(town.accounts, caller),
      changePassword(town.accounts, client, caller, 'six noix dans un chapeau'),
      makeOwnKey(town.accounts, client, caller, { name: 'Clé', scopes: ['read'], days: 30 }),
      actAs(town.accounts, client, caller, { personId: ada.personId, reason }),
    ]) {
      await expect(reach).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })

  it.each([
    ['half an hour has passed', async () => town.tenant.clock.advance(30 * 60_000)],
    ['the account is closed', (id: string) => disableAccount(town.tenant.system, id)],
  ])('is stopped once, then themselves again, when %s', async (what, happen) => {
    const ada = await anAdministrator(`Ada ${what}`)
    const target = await signedIn(town, `Cible ${what}`)
    await act(ada, target.personId)
    await happen(target.accountId)
    await expect(callerIn(town, ada.browser)).rejects.toMatchObject({ code: 'acting-ended', status: 409 })
    expect(await callerIn(town, ada.browser)).toMatchObject({
      actor: { personId: ada.personId },
      acting: undefined,
    })
  })
})

describe('acting as somebody is refused', () => {
  it('to whoever does not administer, whatever the person, and to nobody signed in', async () => {
    const nadia = await signedIn(town, 'Lucie Sernin', { secretary: office })
    const { personId } = await signedIn(town, 'Paul Sernin')
    await expect(act(nadia, personId)).rejects.toMatchObject({ code: 'not-found' })
    const nobody = await callerOf(town.accounts, new Headers())
    await expect(actAs(town.accounts, aBrowser().client, nobody, { personId, reason })).rejects.toMatchObject(
      { code: 'sign-in-required' },
    )
  })

  it('towards administrators, oneself, and people without an account; without a reason or a fresh proof', async () => {
    const ada = await anAdministrator('Hélène Ministre')
    const other = await anAdministrator('Marthe Ministre')
    const { personId } = await signedIn(town, 'Ursule Macquart')
    const unknown = await town.tenant.person('Désirée Mouret')
    expect(await act(ada, other.personId)).toMatchObject({ refusal: 'is-administrator' })
    expect(await act(ada, ada.personId)).toMatchObject({ refusal: 'nobody-to-act-as' })
    expect(await act(ada, unknown.personId)).toMatchObject({ refusal: 'nobody-to-act-as' })
    expect(await act(ada, personId, ' ')).toMatchObject({ refusal: 'missing-reason' })
    town.tenant.clock.advance(15 * 60_000)
    expect(await act(ada, personId)).toMatchObject({ refusal: 'proof-wanted' })
  })
})
