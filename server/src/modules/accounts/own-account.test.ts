// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { aBrowser, password, someAccounts, type TestAccounts } from './accounts.testing.ts'
import {
  callerOf,
  type Caller,
  changePassword,
  completeSignIn,
  createKey,
  endOtherSessions,
  endOwnSession,
  forgetDevices,
  hasFreshProof,
  listOwnKeys,
  makeOwnKey,
  ownLog,
  purgeAccounts,
  revokeOwnKey,
  securityOverview,
  signIn,
} from './index.ts'
import { callerIn, signedIn, withCodeApp } from './second-factors.testing.ts'

/** A club whose administrators need a second factor. */
const guarded = {
  ...club,
  roles: {
    ...club.roles,
    administrator: {
      ...club.roles.administrator,
      title: { fr: 'Administratrice', en: 'Administrator' },
      requiresSecondFactor: true,
    },
  },
}

let town: TestAccounts
let office: string
beforeAll(async () => {
  town = await someAccounts({ solutions: [guarded] })
  office = await town.tenant.organisation('Bureau')
})
afterAll(() => town.close())

const rolesOf = ({ actor }: Caller) => (actor.kind === 'person' ? actor.roles.map(({ role }) => role) : [])
const bearing = (key: string) => callerOf(town.accounts, new Headers({ authorization: `Bearer ${key}` }))

describe('a role that requires a second factor', () => {
  it('is withheld from a session that proved none, and served once it did', async () => {
    const roles = { administrator: office, secretary: office }
    const { browser, email } = await signedIn(town, 'Ada Ministre', roles)
    const weak = await callerIn(town, browser)
    expect(rolesOf(weak)).toEqual(['club.secretary'])
    expect(weak).toMatchObject({ strong: false, withheld: ['club.administrator'] })
    expect((await securityOverview(town.accounts, weak)).withheld).toEqual([
      guarded.roles.administrator.title,
    ])
    expect(email).toContain('ada')
    const strong = await withCodeApp(town, 'Grace Ministre', roles)
    expect(rolesOf(await callerIn(town, strong.browser)).toSorted()).toEqual([
      'club.administrator',
      'club.secretary',
    ])
  })

  it('may be required by the body too', async () => {
    const { browser } = await signedIn(town, 'Nadia Benaïssa', { secretary: office })
    const platform = { ...town.accounts.platform }
    const tenant = { ...platform.tenant, secondFactorRoles: ['club.secretary'] }
    const caller = await callerOf({ ...town.accounts, platform: { ...platform, tenant } }, browser.headers)
    expect(rolesOf(caller)).toEqual([])
  })

  it('is served to a key that a strong session made, and not to one made without a factor', async () => {
    const make = async (browser: ReturnType<typeof aBrowser>) => {
      const caller = await callerIn(town, browser)
      const asked = { name: 'Tableur', scopes: ['read'], days: 30 }
      const made = await makeOwnKey(town.accounts, browser.client, caller, asked)
      return made.ok ? made.key : expect.fail(made.refusal)
    }
    const weak = await signedIn(town, 'Paul Sernin', { administrator: office })
    expect(rolesOf(await bearing(await make(weak.browser)))).toEqual([])
    const strong = await withCodeApp(town, 'Lucie Sernin', { administrator: office })
    expect(rolesOf(await bearing(await make(strong.browser)))).toEqual(['club.administrator'])
  })
})

describe('who sends a request', () => {
  it('is found in one query, whatever is withheld or remembered', async () => {
    const { browser } = await signedIn(town, 'Hélène Rambaud', { secretary: office, administrator: office })
    await callerIn(town, browser)
    const { db } = town.accounts.platform
    let queries = 0
    const counting = db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const accounts = { ...town.accounts, platform: { ...town.accounts.platform, db: counting } }
    expect(await callerOf(accounts, browser.headers)).toMatchObject({ by: 'session' })
    expect(queries).toBe(1)
  })
})

describe('the places where an account is open', () => {
  it('are told by device and rough network, and end one by one or all but this one', async () => {
    const { email, browser } = await signedIn(town, 'Zoé Puech')
    const headers = new Headers({
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
    })
    const desk = aBrowser()
    desk.receive(
      await signIn(town.accounts, { headers, address: '203.0.113.77', locale: 'fr' }, { email, password }),
    )
    const phone = aBrowser()
    phone.receive(await signIn(town.accounts, phone.client, { email, password }))
    const caller = await callerIn(town, browser)
    const { sessions } = await securityOverview(town.accounts, caller)
    expect(sessions).toHaveLength(3)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    const there = sessions.find(({ device }) => device === 'Firefox, Windows')
    expect(there).toMatchObject({ network: '203.0.113.0/24', method: 'password' })
    expect(await endOwnSession(town.accounts, browser.client, caller, there?.id ?? '')).toBe(true)
    expect(await callerIn(town, desk)).toMatchObject({ by: 'nothing', sessionEnded: true })
    expect(await endOtherSessions(town.accounts, browser.client, caller)).toBe(1)
    expect(await callerIn(town, phone)).toMatchObject({ by: 'nothing' })
    expect(await callerIn(town, browser)).toMatchObject({ by: 'session' })
  })

  it('are ended by their own account only', async () => {
    const [own, stranger] = [await signedIn(town, 'Marthe Rougon'), await signedIn(town, 'Ursule Macquart')]
    const { sessionId } = (await callerIn(town, own.browser)) as { sessionId: string }
    const theirs = await callerIn(town, stranger.browser)
    expect(await endOwnSession(town.accounts, stranger.browser.client, theirs, sessionId)).toBe(false)
    expect(await callerIn(town, own.browser)).toMatchObject({ by: 'session' })
  })

  it('are all closed but this one when the password changes, which needs a fresh proof', async () => {
    const { email, browser } = await signedIn(town, 'Désirée Mouret')
    const other = aBrowser()
    other.receive(await signIn(town.accounts, other.client, { email, password }))
    const chosen = 'six noix dans un chapeau'
    const change = async (typed: string) =>
      changePassword(town.accounts, browser.client, await callerIn(town, browser), typed)
    expect(await change('desiree mouret')).toEqual({ ok: false, refusal: 'password-personal' })
    expect(await change(chosen)).toEqual({ ok: true })
    expect(await callerIn(town, other)).toMatchObject({ by: 'nothing' })
    expect(await callerIn(town, browser)).toMatchObject({ by: 'session' })
    expect(town.mailsTo(email).at(-1)).toMatchObject({ kind: 'password-changed' })
    expect(await signIn(town.accounts, aBrowser().client, { email, password: chosen })).toMatchObject({
      ok: true,
    })
    town.tenant.clock.advance(15 * 60_000)
    expect(await change('sept noix dans un chapeau')).toMatchObject({ refusal: 'proof-wanted' })
    expect(await hasFreshProof(town.accounts, await callerIn(town, browser))).toBe(false)
  })

  it('are asked the second factor again once their device is forgotten', async () => {
    const { email, code } = await withCodeApp(town, 'Antoine Macquart')
    const home = aBrowser()
    home.receive(await signIn(town.accounts, home.client, { email, password }))
    home.receive(await completeSignIn(town.accounts, home.client, { code: code(), remember: true }))
    const caller = await callerIn(town, home)
    const [device] = (await securityOverview(town.accounts, caller)).devices
    expect(await forgetDevices(town.accounts, home.client, caller, device?.id)).toBe(1)
    expect(await signIn(town.accounts, home.client, { email, password })).toMatchObject({
      refusal: 'second-factor',
    })
  })
})

describe('keys on the site', () => {
  const asked = { name: 'Tableur', scopes: ['read'], days: 90 }

  it('are made, listed and revoked by their owner, and end by themselves', async () => {
    const { browser } = await signedIn(town, 'Silvère Mouret')
    const caller = await callerIn(town, browser)
    const made = await makeOwnKey(town.accounts, browser.client, caller, asked)
    if (!made.ok) return expect.fail(made.refusal)
    expect(await bearing(made.key)).toMatchObject({ by: 'key', scopes: ['read'] })
    const [key] = await listOwnKeys(town.accounts, caller)
    expect(key).toMatchObject({ name: 'Tableur', prefix: made.key.slice(0, 10), expiresAt: expect.any(Date) })
    const stranger = await signedIn(town, 'Miette Chantegreil')
    const theirs = await callerIn(town, stranger.browser)
    expect(await revokeOwnKey(town.accounts, stranger.browser.client, theirs, key?.id ?? '')).toBe(false)
    expect(await revokeOwnKey(town.accounts, browser.client, caller, key?.id ?? '')).toBe(true)
    await expect(bearing(made.key)).rejects.toMatchObject({ code: 'key-refused' })
  })

  it.each([
    ['missing-key-name', { ...asked, name: ' ' }],
    ['unknown-lifetime', { ...asked, days: 4_000 }],
    ['unknown-scope', { ...asked, scopes: ['admin'] }],
    ['unknown-scope', { ...asked, scopes: [] }],
  ])('are refused as %s: %o', async (refusal, wrong) => {
    const { browser } = await signedIn(town, `Clef ${JSON.stringify(wrong).replaceAll(/\W/g, '')}`)
    const caller = await callerIn(town, browser)
    expect(await makeOwnKey(town.accounts, browser.client, caller, wrong)).toEqual({ ok: false, refusal })
  })

  it('make no other key, and change nothing of the account', async () => {
    const { accountId } = await signedIn(town, 'Aglaé Mouret')
    const { key } = await createKey(town.tenant.system, { accountId, name: 'Passerelle' })
    const caller = await bearing(key)
    const { client } = aBrowser()
    for (const act of [
      makeOwnKey(town.accounts, client, caller, asked),
      changePassword(town.accounts, client, caller, 'six noix dans un chapeau'),
      endOtherSessions(town.accounts, client, caller),
      securityOverview(town.accounts, caller),
      ownLog(town.accounts, caller),
    ]) {
      await expect(act).rejects.toMatchObject({ code: 'sign-in-required' })
    }
  })
})

describe('the log of an account', () => {
  it('tells sign-ins and refusals, to its owner only, and is kept twelve months', async () => {
    const { email, browser, accountId } = await signedIn(town, 'François Mouret')
    await signIn(town.accounts, aBrowser().client, { email, password: 'une autre phrase' })
    await signIn(town.accounts, aBrowser().client, { email: 'inconnue@plassans.example', password })
    const { lines, next } = await ownLog(town.accounts, await callerIn(town, browser))
    expect(lines.map(({ kind, method }) => [kind, method])).toEqual([
      ['sign-in-failed', 'password'],
      ['signed-in', 'password'],
    ])
    expect(next).toBeUndefined()
    expect(JSON.stringify(lines)).not.toContain('inconnue')
    const kept = async () => {
      await purgeAccounts(town.accounts)
      const { rows } = await sql<{ own: number; stray: number }>`
        select count(*) filter (where account_id = ${accountId}) as own,
          count(*) filter (where account_id is null) as stray from account_log
      `.execute(town.tenant.platform.db)
      return rows[0]
    }
    expect(await kept()).toEqual({ own: 2, stray: 1 })
    town.tenant.clock.advance(25 * 3_600_000)
    expect(await kept()).toEqual({ own: 2, stray: 0 })
    town.tenant.clock.advance(366 * 24 * 3_600_000)
    expect(await kept()).toEqual({ own: 0, stray: 0 })
  })
})
