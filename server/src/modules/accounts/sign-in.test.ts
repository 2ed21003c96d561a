// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteEntry } from '../entries/index.ts'
import { aBrowser, type Browser, password, someAccounts, type TestAccounts } from './accounts.testing.ts'
import { callerOf, disableAccount, openAccounts, provisionAccount, signIn, signOut } from './index.ts'

let town: TestAccounts
let office: string
beforeAll(async () => {
  town = await someAccounts()
  office = await town.tenant.organisation('Bureau')
})
afterAll(() => town.close())

const nadia = { email: 'nadia.benaissa@plassans.example', password }

async function enter(browser: Browser, credentials: { email: string; password: string }) {
  return browser.receive(await signIn(town.accounts, browser.client, credentials))
}
const callerIn = (browser: Browser) => callerOf(town.accounts, browser.headers)

describe('signing in by password', () => {
  beforeAll(async () => {
    await town.account('Nadia Benaïssa', { secretary: office })
  })

  it('makes the browser act as the person, with the roles of today', async () => {
    const browser = aBrowser()
    expect(await enter(browser, nadia)).toMatchObject({ ok: true })
    expect(await callerIn(browser)).toMatchObject({
      by: 'session',
      actor: {
        kind: 'person',
        name: 'Nadia Benaïssa',
        roles: [{ role: 'club.secretary', organisation: office }],
      },
    })
  })

  it('takes the mailbox in any case, with spaces around it', async () => {
    expect(await enter(aBrowser(), { ...nadia, email: ' Nadia.BENAISSA@Plassans.example ' })).toMatchObject({
      ok: true,
    })
  })

  it.each([
    ['a wrong password', { ...nadia, password: 'une autre phrase' }],
    ['an unknown mailbox', { ...nadia, email: 'personne@plassans.example' }],
    ['an empty password', { ...nadia, password: '' }],
    ['a password longer than any', { ...nadia, password: 'x'.repeat(10_000) }],
    ['something that is not a mailbox', { ...nadia, email: 'nadia' }],
  ])('refuses %s in the same words', async (_, credentials) => {
    const browser = aBrowser()
    expect(await enter(browser, credentials)).toEqual({ ok: false, refusal: 'wrong-credentials' })
    expect(await callerIn(browser)).toMatchObject({ by: 'nothing', actor: { kind: 'nobody' } })
  })

  it('takes as long for an unknown mailbox as for a wrong password', async () => {
    const { email } = await town.account('Hélène Rambaud')
    const tried = { password: 'une autre phrase' }
    const wrong = [
      { email, ...tried },
      { email: 'inconnue@plassans.example', ...tried },
    ]
    const times: number[][] = [[], []]
    for (let round = 0; round < 9; round += 1) {
      for (const [which, credentials] of wrong.entries()) {
        const started = performance.now()
        await signIn(town.accounts, aBrowser(`203.0.113.${round}`).client, credentials)
        times[which]?.push(performance.now() - started)
      }
    }
    const [known = 0, unknown = 0] = times.map((list) => list.toSorted((a, b) => a - b)[4] ?? 0)
    // One hash dominates both: without it, an unknown mailbox would answer ten times faster.
    expect(unknown / known).toBeGreaterThan(0.6)
    expect(unknown / known).toBeLessThan(1.7)
  })

  it('ends the session that the browser had', async () => {
    const browser = aBrowser()
    await enter(browser, nadia)
    const former = browser.headers
    await enter(browser, nadia)
    expect(await callerOf(town.accounts, former)).toMatchObject({ by: 'nothing', sessionEnded: true })
    expect(await callerIn(browser)).toMatchObject({ by: 'session' })
  })

  it('leaves the sessions of other browsers alone', async () => {
    const [desk, home] = [aBrowser(), aBrowser()]
    await enter(desk, nadia)
    await enter(home, nadia)
    browserLeaves(home, await signOut(town.accounts, home.client))
    expect(await callerIn(home)).toMatchObject({ by: 'nothing', sessionEnded: false })
    expect(await callerIn(desk)).toMatchObject({ by: 'session' })
  })

  const browserLeaves = (browser: Browser, answer: { setCookie: readonly string[] }) =>
    browser.receive(answer)
})

describe('the cookies of a session', () => {
  it('are out of reach of scripts and of other sites, and travel encrypted where the site is', async () => {
    const { platform } = town.accounts
    const publicUrl = 'https://demarches.plassans.example'
    const secure = openAccounts(
      { ...platform, tenant: { ...platform.tenant, publicUrl } },
      { sessionHours: 12, sendMail: async () => undefined },
    )
    await town.account('Zoé Puech')
    const zoe = { email: 'zoe.puech@plassans.example', password }
    const [plain, encrypted] = [
      await signIn(town.accounts, aBrowser().client, zoe),
      await signIn(secure, aBrowser().client, zoe),
    ]
    if (!plain.ok || !encrypted.ok) return expect.fail('refused')
    for (const cookie of [...plain.setCookie, ...encrypted.setCookie]) {
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
    }
    expect(plain.setCookie.join('\n')).not.toContain('Secure')
    expect(encrypted.setCookie.every((cookie) => cookie.includes('; Secure'))).toBe(true)
    expect(plain.setCookie[0]).toContain('Max-Age=2592000')
  })

  it('cannot be made without the secret of the installation', async () => {
    const browser = aBrowser()
    await enter(browser, nadia)
    const value = browser.jar.get('guichet.session_token') ?? ''
    browser.jar.set(
      'guichet.session_token',
      value.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')),
    )
    expect(await callerIn(browser)).toMatchObject({ by: 'nothing' })
    const { platform } = town.accounts
    const elsewhere = openAccounts(
      { ...platform, secretKey: 'the secret of another installation' },
      { sessionHours: 12, sendMail: async () => undefined },
    )
    browser.jar.set('guichet.session_token', value)
    expect(await callerOf(elsewhere, browser.headers)).toMatchObject({ by: 'nothing' })
    expect(await callerIn(browser)).toMatchObject({ by: 'session' })
  })
})

describe('a session that is gone', () => {
  async function aSession(name: string) {
    const account = await town.account(name)
    const browser = aBrowser()
    await enter(browser, { email: account.email, password })
    expect(await callerIn(browser)).toMatchObject({ by: 'session' })
    return { ...account, browser }
  }
  const gone = { by: 'nothing', sessionEnded: true, actor: { kind: 'nobody' } }

  it('has not been used for its hours', async () => {
    const own = await someAccounts()
    const { email } = await own.account('Paul Sernin')
    const browser = aBrowser()
    browser.receive(await signIn(own.accounts, browser.client, { email, password }))
    own.tenant.clock.advance(12 * 3_600_000 - 1)
    expect(await callerOf(own.accounts, browser.headers)).toMatchObject({ by: 'session' })
    own.tenant.clock.advance(12 * 3_600_000 - 1)
    expect(await callerOf(own.accounts, browser.headers)).toMatchObject({ by: 'session' })
    own.tenant.clock.advance(12 * 3_600_000)
    expect(await callerOf(own.accounts, browser.headers)).toMatchObject(gone)
    await own.close()
  })

  it('has lasted thirty days, however much it was used', async () => {
    const own = await someAccounts()
    const { email } = await own.account('Lucie Sernin')
    const browser = aBrowser()
    browser.receive(await signIn(own.accounts, browser.client, { email, password }))
    for (let hours = 10; hours < 720; hours += 10) {
      own.tenant.clock.advance(10 * 3_600_000)
      expect(await callerOf(own.accounts, browser.headers)).toMatchObject({ by: 'session' })
    }
    own.tenant.clock.advance(10 * 3_600_000)
    expect(await callerOf(own.accounts, browser.headers)).toMatchObject(gone)
    await own.close()
  })

  it('ends at once when the account is closed, and no new one opens', async () => {
    const { accountId, email, browser } = await aSession('Marthe Rougon')
    expect(await disableAccount(town.tenant.system, accountId)).toBe(true)
    expect(await callerIn(browser)).toMatchObject(gone)
    expect(await enter(browser, { email, password })).toEqual({ ok: false, refusal: 'account-disabled' })
    expect(await disableAccount(town.tenant.system, accountId)).toBe(false)
  })

  it('does not tell a closed account from an unknown one to who has not its password', async () => {
    const { accountId, email } = await aSession('François Mouret')
    await disableAccount(town.tenant.system, accountId)
    const answer = await enter(aBrowser(), { email, password: 'une autre phrase' })
    expect(answer).toEqual({ ok: false, refusal: 'wrong-credentials' })
  })

  it('ends when the person leaves the directory', async () => {
    const { personId, email, browser } = await aSession('Ursule Macquart')
    await deleteEntry(town.tenant.system, { id: personId, version: 1 })
    expect(await callerIn(browser)).toMatchObject(gone)
    expect(await enter(browser, { email, password })).toEqual({ ok: false, refusal: 'account-disabled' })
  })

  it('is not confused with one that never was', async () => {
    expect(await callerIn(aBrowser())).toMatchObject({ by: 'nothing', sessionEnded: false })
  })

  it('can be signed out of again without harm', async () => {
    const { browser } = await aSession('Désirée Mouret')
    const before = browser.client
    await signOut(town.accounts, before)
    expect((await signOut(town.accounts, before)).setCookie.join()).toContain('guichet.session_token=;')
    expect(await callerIn(browser)).toMatchObject(gone)
  })
})

describe('guessing passwords', () => {
  const wrong = { password: 'une autre phrase' }
  let guessed = 0
  async function aTarget() {
    guessed += 1
    return town.account(`Cible ${'abcdefghij'[guessed]}`)
  }

  /** Side by side, since each costs a hash. */
  async function failTenTimes(email: string, from: () => Browser = aBrowser) {
    const tries = Array.from({ length: 10 }, () => signIn(town.accounts, from().client, { email, ...wrong }))
    for (const answer of await Promise.all(tries))
      expect(answer).toMatchObject({ refusal: 'wrong-credentials' })
  }

  it('on one mailbox from many networks is slowed down after ten failures', async () => {
    const { email } = await aTarget()
    await failTenTimes(email)
    expect(await enter(aBrowser(), { email, password })).toEqual({
      ok: false,
      refusal: 'too-many-attempts',
      retryAfterSeconds: 900,
    })
  })

  it('does not lock out its owner’s own browser, and is forgotten after a quarter of an hour', async () => {
    const own = await someAccounts()
    const { email } = await own.account('Nadia Benaïssa')
    const attempt = async (browser: Browser, tried: string) =>
      browser.receive(await signIn(own.accounts, browser.client, { email, password: tried }))
    const ownersBrowser = aBrowser()
    await attempt(ownersBrowser, password)
    await Promise.all(Array.from({ length: 12 }, () => attempt(aBrowser(), wrong.password)))
    expect(await attempt(ownersBrowser, password)).toMatchObject({ ok: true })
    expect(await attempt(aBrowser(), password)).toMatchObject({ refusal: 'too-many-attempts' })
    own.tenant.clock.advance(15 * 60_000)
    expect(await attempt(aBrowser(), password)).toMatchObject({ ok: true })
    await own.close()
  })

  it('is slowed down on a known browser too: the mark of a stolen one opens nothing', async () => {
    const { email } = await aTarget()
    const browser = aBrowser()
    await enter(browser, { email, password })
    await failTenTimes(email, () => browser)
    expect(await enter(browser, { email, password })).toMatchObject({ refusal: 'too-many-attempts' })
  })

  it('is not helped by the mark made for another mailbox, nor by a forged one', async () => {
    const [target, own] = [await aTarget(), await aTarget()]
    const marked = aBrowser()
    await enter(marked, { email: own.email, password })
    await failTenTimes(target.email)
    expect(await enter(marked, { email: target.email, password })).toMatchObject({
      refusal: 'too-many-attempts',
    })
    const forging = aBrowser()
    forging.jar.set('guichet.device', 'abc.def')
    expect(await enter(forging, { email: target.email, password })).toMatchObject({
      refusal: 'too-many-attempts',
    })
  })

  it('all at once passes no more tries than one after the other', async () => {
    const { email } = await aTarget()
    const tries = Array.from({ length: 20 }, () =>
      signIn(town.accounts, aBrowser().client, { email, ...wrong }),
    )
    const refusals = (await Promise.all(tries)).map((answer) => !answer.ok && answer.refusal)
    expect(refusals.filter((refusal) => refusal === 'wrong-credentials')).toHaveLength(10)
  })

  it('counts failures only: who signs in often is never slowed down', async () => {
    const { email } = await aTarget()
    for (let round = 0; round < 4; round += 1) {
      const tries = Array.from({ length: 3 }, () =>
        signIn(town.accounts, aBrowser('192.0.2.9').client, { email, password }),
      )
      for (const answer of await Promise.all(tries)) expect(answer).toMatchObject({ ok: true })
    }
  })
})

describe('an account made by the body', () => {
  it('joins the person of that mailbox, or enters one in the directory', async () => {
    const { personId, email } = await town.tenant.person('Silvère Mouret')
    expect(await provisionAccount(town.accounts, { email })).toMatchObject({
      ok: true,
      personId,
    })
    const made = await provisionAccount(town.accounts, {
      name: 'Miette Chantegreil',
      email: 'miette@courriel.example',
    })
    expect(made).toMatchObject({ ok: true })
  })

  it.each([
    ['already-registered', { name: 'Nadia Benaïssa', email: 'NADIA.benaissa@plassans.example' }],
    ['invalid-email', { name: 'Nadia Benaïssa', email: 'nadia@' }],
    ['missing-name', { name: 'Nadia', email: 'nadia@courriel.example' }],
    ['missing-name', { email: 'nadia@courriel.example' }],
    ['password-too-short', { name: 'A B', email: 'a@courriel.example', password: 'azertyuiop1' }],
    ['password-too-long', { name: 'A B', email: 'a@courriel.example', password: 'azertyui'.repeat(17) }],
    ['password-too-easy', { name: 'A B', email: 'a@courriel.example', password: 'aaaaaaaaaaaaaaaa' }],
    ['password-common', { name: 'A B', email: 'a@courriel.example', password: 'Motdepasse2026!' }],
    [
      'password-personal',
      { name: 'A B', email: 'alexandrine@courriel.example', password: 'Alexandrine@courriel.example' },
    ],
  ])('is refused as %s: %o', async (refusal, request) => {
    expect(await provisionAccount(town.accounts, request)).toEqual({ ok: false, refusal })
  })
})
