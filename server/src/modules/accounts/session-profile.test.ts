// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, expect, it } from 'vitest'
import { training } from '../../testing/training.ts'
import { aBrowser, password, someAccounts, type TestAccounts } from './accounts.testing.ts'
import { callerOf, lastProfile, rememberProfile, signIn } from './index.ts'

let town: TestAccounts
let school: string
let fatou: Awaited<ReturnType<TestAccounts['account']>>
beforeAll(async () => {
  town = await someAccounts({ solutions: [training] })
  school = await town.tenant.organisation('École Jules-Ferry')
  fatou = await town.account('Fatou Diarra', { registrar: school })
})
afterAll(() => town.close())

async function signedIn() {
  const browser = aBrowser()
  browser.receive(await signIn(town.accounts, browser.client, { email: fatou.email, password }))
  return browser
}
const actorIn = async (browser: ReturnType<typeof aBrowser>) => {
  const { actor } = await callerOf(town.accounts, browser.headers)
  if (actor.kind !== 'person') throw new Error('nobody is signed in')
  return actor
}

it('is kept by one session, told from its next request on, and proposed by the account', async () => {
  const [here, elsewhere] = [await signedIn(), await signedIn()]
  const chosen = { personId: fatou.personId, profile: school }
  expect(await rememberProfile(town.accounts, here.client, chosen)).toBe(true)
  expect(await actorIn(here)).toMatchObject({
    profile: { kind: 'organisation', organisation: school, name: 'École Jules-Ferry' },
    roles: [{ role: 'training.registrar' }],
  })
  expect((await actorIn(elsewhere)).profile).toBeUndefined()
  expect(await lastProfile(town.accounts.platform, fatou.personId)).toBe(school)
})

it('puts the roles that open a desk aside for who acts for themselves', async () => {
  const browser = await signedIn()
  await rememberProfile(town.accounts, browser.client, { personId: fatou.personId, profile: 'personal' })
  expect(await actorIn(browser)).toMatchObject({ profile: { kind: 'personal' }, roles: [] })
})

it('is refused without a session, and for the session of somebody else', async () => {
  const chosen = { personId: fatou.personId, profile: school }
  expect(await rememberProfile(town.accounts, aBrowser().client, chosen)).toBe(false)
  const stranger = { personId: (await town.account('Paul Sernin')).personId, profile: school }
  expect(await rememberProfile(town.accounts, (await signedIn()).client, stranger)).toBe(false)
})
