// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBrowser, password, someAccounts, type TestAccounts } from './accounts.testing.ts'
import {
  addPasskey,
  completeSignIn,
  disableAccount,
  passkeyCreation,
  passkeySignInRequest,
  removePasskey,
  secondFactorPage,
  securityOverview,
  signIn,
  signInByPasskey,
} from './index.ts'
import { anAuthenticator, callerIn, signedIn } from './second-factors.testing.ts'

let town: TestAccounts
beforeAll(async () => (town = await someAccounts()))
afterAll(() => town.close())

const unknown = { ok: false, refusal: 'unknown-passkey' }

async function withPasskey(name: string, authenticator = anAuthenticator()) {
  const person = await signedIn(town, name)
  const caller = await callerIn(town, person.browser)
  const asked = await passkeyCreation(town.accounts, caller)
  if (!asked) throw new Error('not fresh')
  const answer = authenticator.create(asked)
  const added = await addPasskey(town.accounts, person.browser.client, caller, { name: 'Téléphone', answer })
  return { ...person, caller, authenticator, answer, added }
}

const request = () => passkeySignInRequest(town.accounts)
const enter = (answer: string, browser = aBrowser()) => signInByPasskey(town.accounts, browser.client, answer)

describe('a passkey', () => {
  it('is added under a name, gives recovery codes, and signs in alone as two factors', async () => {
    const { added, authenticator, personId, email } = await withPasskey('Nadia Benaïssa')
    expect(added).toMatchObject({ ok: true, recoveryCodes: { length: 10 } })
    const browser = aBrowser()
    const answer = authenticator.get(await request())
    expect(browser.receive(await enter(answer, browser))).toMatchObject({ ok: true, personId })
    expect(await callerIn(town, browser)).toMatchObject({ by: 'session', strong: true })
    expect(town.mailsTo(email).at(-1)).toMatchObject({ kind: 'security-changed' })
  })

  it('is the second factor of a password', async () => {
    const { authenticator, email } = await withPasskey('Zoé Puech')
    const browser = aBrowser()
    browser.receive(await signIn(town.accounts, browser.client, { email, password }))
    const page = await secondFactorPage(town.accounts, browser.client)
    if (!page?.passkey) return expect.fail('no passkey is asked')
    const passkey = authenticator.get(page.passkey, { verified: false })
    expect(await completeSignIn(town.accounts, browser.client, { passkey })).toMatchObject({ ok: true })
  })

  it.each([
    [
      'answered twice',
      async (own: ReturnType<typeof anAuthenticator>) => {
        const answer = own.get(await request())
        await enter(answer)
        return answer
      },
    ],
    [
      'that did not check who holds it',
      async (own: ReturnType<typeof anAuthenticator>) => own.get(await request(), { verified: false }),
    ],
    [
      'that signs a challenge of its own',
      async (own: ReturnType<typeof anAuthenticator>) =>
        own.get({ challenge: Buffer.alloc(56, 7).toString('base64url') }),
    ],
    [
      'whose counter went back',
      async (own: ReturnType<typeof anAuthenticator>) => {
        await enter(own.get(await request()))
        await enter(own.get(await request()))
        own.rewind()
        return own.get(await request())
      },
    ],
    [
      'that answers ten minutes late',
      async (own: ReturnType<typeof anAuthenticator>) => {
        const asked = await request()
        town.tenant.clock.advance(10 * 60_000)
        return own.get(asked)
      },
    ],
    ['nobody knows', async () => anAuthenticator().get(await request())],
    ['that is no JSON', async () => '{'],
    ['that is empty', async () => ''],
    ['that is huge', async () => `"${'x'.repeat(30_000)}"`],
  ])('%s does not sign in', async (what, answerOf) => {
    const { authenticator } = await withPasskey(`Porteur ${what}`)
    expect(await enter(await answerOf(authenticator))).toEqual(unknown)
  })

  it.each([
    ['believes it is on another site', anAuthenticator({ origin: 'https://guichet.evil.example' })],
    ['belongs to another host', anAuthenticator({ rpId: 'evil.example' })],
  ])('that %s is not added', async (what, authenticator) => {
    expect((await withPasskey(`Dupe ${what}`, authenticator)).added).toEqual(unknown)
  })

  it('is added once, by an answer that serves once, with a name', async () => {
    const { browser, caller, authenticator, answer } = await withPasskey('Paul Sernin')
    const add = (name: string, given: string) =>
      addPasskey(town.accounts, browser.client, caller, { name, answer: given })
    expect(await add('Autre', answer)).toEqual(unknown)
    const asked = await passkeyCreation(town.accounts, caller)
    if (!asked) return expect.fail('not fresh')
    expect(asked.excludeCredentials).toHaveLength(1)
    expect(await add('Autre', authenticator.create(asked))).toEqual(unknown)
    expect(await add('  ', answer)).toMatchObject({ refusal: 'missing-passkey-name' })
  })

  it('is not added with a challenge made for somebody else, nor for a sign-in', async () => {
    const one = await signedIn(town, 'Lucie Sernin')
    const other = await signedIn(town, 'Hélène Rambaud')
    const caller = await callerIn(town, one.browser)
    const asked = [await passkeyCreation(town.accounts, await callerIn(town, other.browser)), await request()]
    for (const { challenge } of asked.flatMap((given) => given ?? [])) {
      const answer = anAuthenticator().create({ challenge })
      expect(await addPasskey(town.accounts, one.browser.client, caller, { name: 'Volée', answer })).toEqual(
        unknown,
      )
    }
  })

  it('opens a closed account to nobody', async () => {
    const { authenticator, accountId } = await withPasskey('François Mouret')
    await disableAccount(town.tenant.system, accountId)
    expect(await enter(authenticator.get(await request()))).toEqual({
      ok: false,
      refusal: 'account-disabled',
    })
  })

  it('is removed by its owner only, and opens nothing any more', async () => {
    const { authenticator, browser } = await withPasskey('Marthe Rougon')
    const caller = await callerIn(town, browser)
    const [passkey] = (await securityOverview(town.accounts, caller)).passkeys
    const stranger = await signedIn(town, 'Silvère Mouret')
    const theirs = await callerIn(town, stranger.browser)
    const id = passkey?.id ?? ''
    expect(await removePasskey(town.accounts, stranger.browser.client, theirs, id)).toMatchObject({
      refusal: 'not-there',
    })
    expect(await removePasskey(town.accounts, browser.client, caller, id)).toEqual({ ok: true })
    expect(await enter(authenticator.get(await request()))).toEqual(unknown)
  })

  it('is added by nobody who is not signed in', async () => {
    const caller = await callerIn(town, aBrowser())
    await expect(passkeyCreation(town.accounts, caller)).rejects.toMatchObject({ code: 'sign-in-required' })
  })
})
