// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountMail } from './account-mail.ts'
import { aBrowser, password, someAccounts, type TestAccounts, tokenIn } from './accounts.testing.ts'
import {
  callerOf,
  type Client,
  confirmAccount,
  createAccount,
  disableAccount,
  isTokenGood,
  purgeAccounts,
  requestEmailLink,
  requestPasswordReset,
  resetPassword,
  signIn,
  useEmailLink,
} from './index.ts'

let town: TestAccounts
beforeAll(async () => (town = await someAccounts()))
afterAll(() => town.close())

const minutes = 60_000
const newPassword = 'quatre mots choisis au hasard'

/** The mails of a mailbox once there are that many. */
async function mailsOnceThere(email: string, count = 1): Promise<AccountMail[]> {
  await expect.poll(() => town.mailsTo(email).length, { timeout: 10_000 }).toBe(count)
  return town.mailsTo(email)
}

/** Lets the jobs asked for so far be done, by waiting for one asked for after them. */
async function jobsDone(): Promise<void> {
  const email = `dernier.${crypto.randomUUID()}@courriel.example`
  await requestEmailLink(town.accounts, aBrowser().client, { email })
  await mailsOnceThere(email)
}

async function mailAfter(
  ask: (accounts: TestAccounts['accounts'], client: Client, request: { email: string }) => Promise<unknown>,
  email: string,
): Promise<AccountMail> {
  const before = town.mailsTo(email).length
  expect(await ask(town.accounts, aBrowser().client, { email })).toEqual({ ok: true })
  const mail = (await mailsOnceThere(email, before + 1)).at(-1)
  return mail ?? expect.fail('no mail was sent')
}

describe('a link by e-mail', () => {
  it('signs in once', async () => {
    const { email } = await town.account('Nadia Benaïssa')
    const mail = await mailAfter(requestEmailLink, email)
    expect(mail).toMatchObject({ kind: 'email-link', locale: 'fr' })
    expect(mail.button.url).toMatch(/^http:\/\/localhost:3000\/connexion\/lien\/[\w-]{43}$/)
    const browser = aBrowser()
    const token = tokenIn(mail)
    expect(browser.receive(await useEmailLink(town.accounts, browser.client, token))).toMatchObject({
      ok: true,
    })
    expect(await callerOf(town.accounts, browser.headers)).toMatchObject({ by: 'session' })
    const again = await useEmailLink(town.accounts, aBrowser().client, token)
    expect(again).toEqual({ ok: false, refusal: 'link-expired' })
  })

  it('signs one browser in when two come together', async () => {
    const { email } = await town.account('Zoé Puech')
    const token = tokenIn(await mailAfter(requestEmailLink, email))
    const both = [aBrowser(), aBrowser()].map(({ client }) => useEmailLink(town.accounts, client, token))
    expect((await Promise.all(both)).filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is not used up by a program that only looks at its page', async () => {
    const { email } = await town.account('Paul Sernin')
    const token = tokenIn(await mailAfter(requestEmailLink, email))
    const wanted = { purpose: 'email-link', token } as const
    expect([await isTokenGood(town.accounts, wanted), await isTokenGood(town.accounts, wanted)]).toEqual([
      true,
      true,
    ])
    expect(await useEmailLink(town.accounts, aBrowser().client, token)).toMatchObject({ ok: true })
    expect(await isTokenGood(town.accounts, wanted)).toBe(false)
  })

  it('stays open to the owner of a mailbox at which strangers guess', async () => {
    const { email } = await town.account('Marthe Rougon')
    const guesses = Array.from({ length: 12 }, () =>
      signIn(town.accounts, aBrowser().client, { email, password: 'au hasard, on essaie' }),
    )
    await Promise.all(guesses)
    const token = tokenIn(await mailAfter(requestEmailLink, email))
    expect(await useEmailLink(town.accounts, aBrowser().client, token)).toMatchObject({ ok: true })
  })

  it('is refused once the account is closed', async () => {
    const { accountId, email } = await town.account('François Mouret')
    const token = tokenIn(await mailAfter(requestEmailLink, email))
    await disableAccount(town.tenant.system, accountId)
    const answer = await useEmailLink(town.accounts, aBrowser().client, token)
    expect(answer).toEqual({ ok: false, refusal: 'account-disabled' })
  })

  it.each(['', 'A'.repeat(43), "' or 1=1 --"])('is refused for the token %j', async (token) => {
    const answer = await useEmailLink(town.accounts, aBrowser().client, token)
    expect(answer).toEqual({ ok: false, refusal: 'link-expired' })
  })

  it('is refused after half an hour, a reset after one hour', async () => {
    const own = await someAccounts()
    const { email } = await own.account('Ursule Macquart')
    await requestEmailLink(own.accounts, aBrowser().client, { email })
    await requestPasswordReset(own.accounts, aBrowser().client, { email })
    await expect.poll(() => own.mailsTo(email).length, { timeout: 10_000 }).toBe(2)
    const tokenOf = (kind: string) => tokenIn(own.mailsTo(email).find((mail) => mail.kind === kind))
    own.tenant.clock.advance(30 * minutes)
    const answer = await useEmailLink(own.accounts, aBrowser().client, tokenOf('email-link'))
    expect(answer).toEqual({ ok: false, refusal: 'link-expired' })
    const reset = { purpose: 'password-reset', token: tokenOf('password-reset') } as const
    expect(await isTokenGood(own.accounts, reset)).toBe(true)
    own.tenant.clock.advance(30 * minutes)
    expect(
      await resetPassword(own.accounts, aBrowser().client, { token: reset.token, password: newPassword }),
    ).toEqual({
      ok: false,
      refusal: 'link-expired',
    })
    await own.close()
  })

  it('serves its own purpose only', async () => {
    const { email } = await town.account('Silvère Mouret')
    const token = tokenIn(await mailAfter(requestEmailLink, email))
    expect(
      await resetPassword(town.accounts, aBrowser().client, { token, password: newPassword }),
    ).toMatchObject({ ok: false })
    const reset = tokenIn(await mailAfter(requestPasswordReset, email))
    expect(await useEmailLink(town.accounts, aBrowser().client, reset)).toMatchObject({ ok: false })
  })
})

describe('asking for a mail', () => {
  it('answers the same for an unknown mailbox, and tells that mailbox alone that it has no account', async () => {
    for (const ask of [requestEmailLink, requestPasswordReset]) {
      expect(await mailAfter(ask, `${ask.name}@courriel.example`.toLowerCase())).toMatchObject({
        kind: 'no-account',
        button: { url: 'http://localhost:3000/compte/creer' },
      })
    }
  })

  it('reads nothing of accounts before it answers, so that the time tells nothing either', async () => {
    const { platform } = town.accounts
    const queries: string[] = []
    const db = platform.db.withPlugin({
      transformQuery: ({ node }) => {
        queries.push(JSON.stringify(node))
        return node
      },
      transformResult: async ({ result }) => result,
    })
    await requestEmailLink({ ...town.accounts, platform: { ...platform, db } }, aBrowser().client, {
      email: 'nadia.benaissa@plassans.example',
    })
    expect(queries.length).toBeGreaterThan(0)
    expect(queries.filter((query) => query.includes('"accounts"'))).toEqual([])
  })

  it('writes at most four mails of a kind in a quarter of an hour, and says nothing of it', async () => {
    const { email } = await town.account('Désirée Mouret')
    for (let i = 0; i < 6; i += 1) {
      expect(await requestEmailLink(town.accounts, aBrowser().client, { email })).toEqual({ ok: true })
    }
    await jobsDone()
    await mailsOnceThere(email, 4)
    const token = tokenIn(town.mailsTo(email)[0])
    expect(await useEmailLink(town.accounts, aBrowser().client, token)).toMatchObject({ ok: true })
    expect(await mailAfter(requestPasswordReset, email)).toMatchObject({ kind: 'password-reset' })
  })

  it('is slowed down from one network, whatever the mailboxes', async () => {
    const ask = (i: number) =>
      requestEmailLink(town.accounts, aBrowser('192.0.2.1').client, { email: `a${i}@b.example` })
    for (let i = 0; i < 30; i += 1) expect(await ask(i)).toEqual({ ok: true })
    expect(await ask(30)).toMatchObject({ ok: false, refusal: 'too-many-attempts' })
  })

  it('refuses what is not a mailbox', async () => {
    const answer = await requestPasswordReset(town.accounts, aBrowser().client, { email: 'nadia@' })
    expect(answer).toEqual({ ok: false, refusal: 'invalid-email' })
  })

  it('writes to an account in its own language, in English as in French', async () => {
    const client: Client = { ...aBrowser().client, locale: 'en' }
    const email = 'someone@courriel.example'
    await requestEmailLink(town.accounts, client, { email })
    const [mail] = await mailsOnceThere(email)
    expect(mail).toMatchObject({ locale: 'en', subject: 'No account at this address' })
  })

  it('keeps no token in the database', async () => {
    const { email } = await town.account('Miette Chantegreil')
    const token = tokenIn(await mailAfter(requestEmailLink, email))
    const { rows } = await sql`select * from public.account_tokens`.execute(town.tenant.platform.db)
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('choosing a new password', () => {
  it('replaces the old one, ends every session, voids the other links and tells the mailbox', async () => {
    const { email } = await town.account('Hélène Rambaud')
    const browser = aBrowser()
    browser.receive(await signIn(town.accounts, browser.client, { email, password }))
    const other = tokenIn(await mailAfter(requestEmailLink, email))
    const token = tokenIn(await mailAfter(requestPasswordReset, email))

    expect(await resetPassword(town.accounts, aBrowser().client, { token, password: newPassword })).toEqual({
      ok: true,
    })
    expect(await callerOf(town.accounts, browser.headers)).toMatchObject({ sessionEnded: true })
    expect(await useEmailLink(town.accounts, browser.client, other)).toMatchObject({ ok: false })
    expect(town.mailsTo(email).at(-1)).toMatchObject({ kind: 'password-changed' })
    const enter = (tried: string) => signIn(town.accounts, aBrowser().client, { email, password: tried })
    expect(await enter(password)).toMatchObject({ ok: false })
    expect(await enter(newPassword)).toMatchObject({ ok: true })
    expect(
      await resetPassword(town.accounts, aBrowser().client, { token, password: newPassword }),
    ).toMatchObject({ ok: false })
  })

  it('refuses a weak one and leaves the link good for a better', async () => {
    const { email } = await town.account('Juliette Deberle')
    const token = tokenIn(await mailAfter(requestPasswordReset, email))
    expect(await resetPassword(town.accounts, aBrowser().client, { token, password: 'court' })).toEqual({
      ok: false,
      refusal: 'password-too-short',
    })
    expect(await resetPassword(town.accounts, aBrowser().client, { token, password: newPassword })).toEqual({
      ok: true,
    })
  })
})

describe('creating one’s account', () => {
  let people = 0
  const someone = (email = `citoyenne${(people += 1)}@courriel.example`) => ({
    firstName: ' Agathe ',
    lastName: 'Maffre',
    email,
    password,
  })
  const ask = (request: Parameters<typeof createAccount>[2]) =>
    createAccount(town.accounts, aBrowser().client, request)
  const confirm = (token: string, typed = password) =>
    confirmAccount(town.accounts, aBrowser().client, { token, password: typed })

  it('makes nothing before the mailbox is proven, then the account, the person and a session', async () => {
    const request = someone()
    expect(await ask(request)).toEqual({ ok: true })
    const [mail] = await mailsOnceThere(request.email)
    expect(mail).toMatchObject({ kind: 'registration' })
    expect(await signIn(town.accounts, aBrowser().client, request)).toMatchObject({
      refusal: 'wrong-credentials',
    })

    const browser = aBrowser()
    const confirmed = await confirmAccount(town.accounts, browser.client, { token: tokenIn(mail), password })
    expect(browser.receive(confirmed)).toMatchObject({ ok: true })
    expect(await callerOf(town.accounts, browser.headers)).toMatchObject({
      actor: { name: 'Agathe Maffre', email: request.email, roles: [] },
    })
    expect(await signIn(town.accounts, aBrowser().client, request)).toMatchObject({ ok: true })
  })

  it('joins what the directory knows of that mailbox', async () => {
    const office = await town.tenant.organisation('Bureau')
    const known = await town.tenant.person('Fatou Diarra', { secretary: office })
    await ask({ ...someone(known.email) })
    const confirmed = await confirm(tokenIn((await mailsOnceThere(known.email))[0]))
    expect(confirmed).toMatchObject({ ok: true, personId: known.personId })
  })

  it('answers the same when the mailbox has an account, which only that mailbox is told', async () => {
    const { email } = await town.account('Julien Mouret')
    expect(await ask({ ...someone(email.toUpperCase()), password: newPassword })).toEqual({ ok: true })
    expect(await mailsOnceThere('JULIEN.MOURET@plassans.example')).toMatchObject([
      { kind: 'already-registered', button: { url: 'http://localhost:3000/connexion' } },
    ])
    expect(await signIn(town.accounts, aBrowser().client, { email, password: newPassword })).toMatchObject({
      ok: false,
    })
    expect(await signIn(town.accounts, aBrowser().client, { email, password })).toMatchObject({ ok: true })
  })

  it('does not let a stranger prepare an account with their own password on another’s mailbox', async () => {
    const { email } = someone()
    await ask({ ...someone(email), password: 'le mot de passe du voleur' })
    const token = tokenIn((await mailsOnceThere(email))[0])
    expect(await confirm(token, 'ce que la victime croit')).toEqual({
      ok: false,
      refusal: 'wrong-credentials',
    })
    await ask({ ...someone(email), password: newPassword })
    const own = tokenIn((await mailsOnceThere(email, 2))[1])
    expect(await confirm(own, newPassword)).toMatchObject({ ok: true })
    expect(await confirm(token, 'le mot de passe du voleur')).toEqual({
      ok: false,
      refusal: 'already-registered',
    })
  })

  it('merges nothing that was typed into the mail: it is not a way to write to strangers', async () => {
    const request = { ...someone(), firstName: 'Gagnez', lastName: 'https://piege.example' }
    await ask(request)
    const [mail] = await mailsOnceThere(request.email)
    expect(JSON.stringify(mail)).not.toMatch(/Gagnez|piege/)
  })

  it('limits the guesses at the password of a registration', async () => {
    const request = someone()
    await ask(request)
    const token = tokenIn((await mailsOnceThere(request.email))[0])
    await Promise.all(Array.from({ length: 10 }, () => confirm(token, 'au hasard, on essaie')))
    expect(await confirm(token)).toMatchObject({ refusal: 'too-many-attempts' })
  })

  it('makes one account when the confirmation is pressed twice', async () => {
    const request = someone()
    await ask(request)
    const token = tokenIn((await mailsOnceThere(request.email))[0])
    const answers = await Promise.all([confirm(token), confirm(token)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it.each([
    ['missing-name', { firstName: ' ' }],
    ['missing-name', { lastName: '' }],
    ['invalid-email', { email: 'agathe' }],
    ['password-too-short', { password: 'onze lettre' }],
  ])('is refused at once as %s with %o', async (refusal, wrong) => {
    expect(await ask({ ...someone(), ...wrong })).toEqual({ ok: false, refusal })
  })

  it('is forgotten when nobody confirms within a day', async () => {
    const own = await someAccounts()
    const request = someone()
    await createAccount(own.accounts, aBrowser().client, request)
    await expect.poll(() => own.mailsTo(request.email).length, { timeout: 10_000 }).toBe(1)
    const token = tokenIn(own.mailsTo(request.email)[0])
    own.tenant.clock.advance(24 * 60 * minutes)
    const late = await confirmAccount(own.accounts, aBrowser().client, { token, password })
    expect(late).toEqual({ ok: false, refusal: 'link-expired' })
    await purgeAccounts(own.accounts)
    const left = await sql<{ n: number }>`select (select count(*) from public.registrations) +
      (select count(*) from public.account_tokens) + (select count(*) from public.attempts) as n`.execute(
      own.tenant.platform.db,
    )
    expect(left.rows).toEqual([{ n: 0 }])
    await own.close()
  })
})
