// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resealColumn } from '../../platform/db/reseal-column.ts'
import { aBrowser, password, someAccounts, type TestAccounts, tokenIn } from './accounts.testing.ts'
import {
  admit,
  completeSignIn,
  confirmByFactor,
  confirmByPassword,
  confirmCodeApp,
  forgetFactors,
  listLog,
  offerCodeApp,
  removeCodeApp,
  renewRecoveryCodes,
  requestPasswordReset,
  resetPassword,
  sealedAccounts,
  secondFactorPage,
  securityOverview,
  signIn,
} from './index.ts'
import { callerIn, signedIn, signInTwice, withCodeApp } from './second-factors.testing.ts'

let town: TestAccounts
beforeAll(async () => (town = await someAccounts()))
afterAll(() => town.close())

const minutes = 60_000
const wrongCode = { ok: false, refusal: 'wrong-code' }

describe('a code application', () => {
  it('serves once it has shown the right code: the next sign-in asks for one, and the mailbox is told', async () => {
    const { email, code } = await withCodeApp(town, 'Nadia Benaïssa')
    const browser = aBrowser()
    const first = browser.receive(await signIn(town.accounts, browser.client, { email, password }))
    expect(first).toMatchObject({ ok: false, refusal: 'second-factor' })
    expect(await callerIn(town, browser)).toMatchObject({ by: 'nothing' })
    expect(await secondFactorPage(town.accounts, browser.client)).toMatchObject({ codeApp: true })
    const second = browser.receive(await completeSignIn(town.accounts, browser.client, { code: code() }))
    expect(second).toMatchObject({ ok: true })
    expect(await callerIn(town, browser)).toMatchObject({ by: 'session', strong: true })
    expect(town.mailsTo(email).at(-1)).toMatchObject({ kind: 'security-changed' })
  })

  it('serves nothing before its code is proved, and a wrong one does not prove it', async () => {
    const { email, browser } = await signedIn(town, 'Paul Sernin')
    const caller = await callerIn(town, browser)
    expect(await offerCodeApp(town.accounts, caller)).toMatchObject({ ok: true })
    expect(await confirmCodeApp(town.accounts, browser.client, caller, '000000')).toEqual(wrongCode)
    expect(await signIn(town.accounts, aBrowser().client, { email, password })).toMatchObject({ ok: true })
  })

  it('accepts no code twice, be it side by side, nor an older one after it', async () => {
    const { email, code } = await withCodeApp(town, 'Zoé Puech')
    const used = code()
    const both = [aBrowser(), aBrowser()].map((browser) => signInTwice(town, browser, email, used))
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1)
    expect(await signInTwice(town, aBrowser(), email, code(-1))).toEqual(wrongCode)
    expect(await signInTwice(town, aBrowser(), email, code(1))).toMatchObject({ ok: true })
  })

  it('is kept under lock: its secret is not readable in the database, and moves to a new key', async () => {
    const { accountId, email, code } = await withCodeApp(town, 'Hélène Rambaud')
    const { rows } = await sql<{ secret: Buffer }>`
      select secret from code_apps where account_id = ${accountId}`.execute(town.tenant.platform.db)
    expect(rows[0]?.secret.length).toBeGreaterThan(40)
    const { platform } = town.accounts
    const next = {
      secretKey: 'the next secret for tests, as long as this',
      formerSecretKey: platform.secretKey,
    }
    const [column] = sealedAccounts
    if (!column) return expect.fail('nothing is sealed')
    expect(await resealColumn(platform.db, next, column)).toBeGreaterThan(0)
    expect(await resealColumn(platform.db, next, column)).toBe(0)
    await resealColumn(
      platform.db,
      { secretKey: platform.secretKey, formerSecretKey: next.secretKey },
      column,
    )
    expect(await signInTwice(town, aBrowser(), email, code())).toMatchObject({ ok: true })
  })

  it.each([
    ['nobody', async () => aBrowser()],
    [
      'a browser whose proof is no longer fresh',
      async () => {
        const { browser } = await signedIn(town, 'Ursule Macquart')
        town.tenant.clock.advance(15 * minutes)
        return browser
      },
    ],
  ])('is not offered to %s', async (_, make) => {
    const caller = await callerIn(town, await make())
    const offer = offerCodeApp(town.accounts, caller)
    if (caller.by === 'nothing') await expect(offer).rejects.toMatchObject({ code: 'sign-in-required' })
    else expect(await offer).toEqual({ ok: false, refusal: 'proof-wanted' })
  })

  it('is removed by its owner after a fresh proof, which a password no longer is', async () => {
    const { email, browser, code } = await withCodeApp(town, 'Marthe Rougon')
    town.tenant.clock.advance(15 * minutes)
    const stale = await callerIn(town, browser)
    expect(await removeCodeApp(town.accounts, browser.client, stale)).toMatchObject({
      refusal: 'proof-wanted',
    })
    expect(await confirmByPassword(town.accounts, browser.client, stale, password)).toMatchObject({
      refusal: 'wrong-credentials',
    })
    expect(await confirmByFactor(town.accounts, browser.client, stale, { code: code() })).toEqual({
      ok: true,
    })
    const fresh = await callerIn(town, browser)
    expect(await removeCodeApp(town.accounts, browser.client, fresh)).toEqual({ ok: true })
    expect(await removeCodeApp(town.accounts, browser.client, fresh)).toMatchObject({ refusal: 'not-there' })
    expect(await callerIn(town, browser)).toMatchObject({ strong: false })
    expect(await signIn(town.accounts, aBrowser().client, { email, password })).toMatchObject({ ok: true })
  })
})

describe('who has lost everything', () => {
  it('is let in again by password once the operator took the factors away, in no session of before', async () => {
    const { accountId, email, browser } = await withCodeApp(town, 'Eugénie Grandet')
    await forgetFactors(town.tenant.system, accountId)
    expect(await callerIn(town, browser)).toMatchObject({ by: 'nothing', sessionEnded: true })
    expect(await signIn(town.accounts, aBrowser().client, { email, password })).toMatchObject({ ok: true })
    expect((await listLog(town.accounts.platform, accountId)).lines[1]).toMatchObject({
      kind: 'factors-forgotten',
    })
  })
})

describe('recovery codes', () => {
  it('replace the application once each, however they are written, and the mailbox is told', async () => {
    const { email, recoveryCodes } = await withCodeApp(town, 'Désirée Mouret')
    expect(new Set(recoveryCodes).size).toBe(10)
    const [one = ''] = recoveryCodes
    const browser = aBrowser()
    expect(await signInTwice(town, browser, email, ` ${one.toLowerCase().replace('-', ' ')}`)).toMatchObject({
      ok: true,
    })
    expect(town.mailsTo(email).at(-1)?.body).toContain('code de secours vient de servir')
    expect(await signInTwice(town, aBrowser(), email, one)).toEqual(wrongCode)
    const { factors } = await securityOverview(town.accounts, await callerIn(town, browser))
    expect(factors.recoveryCodesLeft).toBe(9)
  })

  it('are void once others are made, and are made for nobody without a factor', async () => {
    const { email, browser, recoveryCodes } = await withCodeApp(town, 'Silvère Mouret')
    const renewed = await renewRecoveryCodes(town.accounts, browser.client, await callerIn(town, browser))
    if (!renewed.ok) return expect.fail(renewed.refusal)
    expect(await signInTwice(town, aBrowser(), email, recoveryCodes[1] ?? '')).toEqual(wrongCode)
    expect(await signInTwice(town, aBrowser(), email, renewed.recoveryCodes[1] ?? '')).toMatchObject({
      ok: true,
    })
    const other = await signedIn(town, 'Miette Chantegreil')
    const caller = await callerIn(town, other.browser)
    expect(await renewRecoveryCodes(town.accounts, other.browser.client, caller)).toMatchObject({
      refusal: 'no-factor',
    })
  })
})

describe('the second step of a sign-in', () => {
  it('is asked after every first proof that is not strong, and after none that is', async () => {
    const { accountId } = await withCodeApp(town, 'Lucie Sernin')
    const enter = (method: string, strong: boolean) =>
      admit(town.accounts, aBrowser().client, { accountId, method, strong })
    expect(await enter('email-link', false)).toMatchObject({ refusal: 'second-factor' })
    expect(await enter('provider', true)).toMatchObject({ ok: true })
  })

  it('is not passed by a reset of the password, which forgets remembered browsers', async () => {
    const { email, code } = await withCodeApp(town, 'François Mouret')
    const home = aBrowser()
    home.receive(await signIn(town.accounts, home.client, { email, password }))
    home.receive(await completeSignIn(town.accounts, home.client, { code: code(), remember: true }))
    const before = town.mailsTo(email).length
    await requestPasswordReset(town.accounts, aBrowser().client, { email })
    await expect.poll(() => town.mailsTo(email).length, { timeout: 15_000 }).toBe(before + 1)
    const chosen = 'cinq cailloux dans une botte'
    const reset = { token: tokenIn(town.mailsTo(email).at(-1)), password: chosen }
    await expect
      .poll(() => resetPassword(town.accounts, aBrowser().client, reset), { timeout: 10_000 })
      .toEqual({ ok: true })
    expect(await signIn(town.accounts, home.client, { email, password: chosen })).toMatchObject({
      refusal: 'second-factor',
    })
  })

  it('is not asked where the browser is remembered, for thirty days, and for that account only', async () => {
    const nadia = await withCodeApp(town, 'Aglaé Mouret')
    const zoe = await withCodeApp(town, 'Zélie Mouret')
    const home = aBrowser()
    home.receive(await signIn(town.accounts, home.client, { email: nadia.email, password }))
    home.receive(await completeSignIn(town.accounts, home.client, { code: nadia.code(), remember: true }))
    const again = (email: string) => signIn(town.accounts, home.client, { email, password })
    expect(await again(nadia.email)).toMatchObject({ ok: true })
    expect(await again(zoe.email)).toMatchObject({ refusal: 'second-factor' })
    town.tenant.clock.advance(30 * 24 * 60 * minutes)
    expect(await again(nadia.email)).toMatchObject({ refusal: 'second-factor' })
  })

  it.each([
    ['in a browser that proved nothing', async () => aBrowser()],
    [
      'more than ten minutes after the first',
      async (email: string) => {
        const browser = aBrowser()
        browser.receive(await signIn(town.accounts, browser.client, { email, password }))
        town.tenant.clock.advance(10 * minutes)
        return browser
      },
    ],
  ])('is refused %s', async (_, make) => {
    const { email, code } = await withCodeApp(town, `Tard ${_.slice(0, 7)}`)
    const browser = await make(email)
    expect(await completeSignIn(town.accounts, browser.client, { code: code() })).toEqual({
      ok: false,
      refusal: 'sign-in-again',
    })
  })

  it('takes five wrong codes, then makes strangers wait and not the owner’s browser, and is logged', async () => {
    const { accountId, email, code } = await withCodeApp(town, 'Antoine Macquart')
    const home = aBrowser()
    expect(await signInTwice(town, home, email, code())).toMatchObject({ ok: true })
    for (let i = 0; i < 5; i += 1)
      expect(await signInTwice(town, aBrowser(), email, '000000')).toEqual(wrongCode)
    expect(await signInTwice(town, aBrowser(), email, code(1))).toMatchObject({
      refusal: 'too-many-attempts',
    })
    expect(await signInTwice(town, home, email, code(1))).toMatchObject({ ok: true })
    const { lines } = await listLog(town.accounts.platform, accountId)
    expect(lines.filter(({ kind }) => kind === 'factor-failed')).toHaveLength(5)
    expect(lines[0]).toMatchObject({
      kind: 'signed-in',
      method: 'password',
      network: expect.stringMatching(/\.0\/24$/),
    })
  })
})
