// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OutgoingError } from '../../platform/outgoing/outgoing.ts'
import { actingAs } from '../../platform/context.ts'
import { callerOf, disableAccount, provisionAccount, signOut } from '../accounts/index.ts'
import { aBrowser, type Browser } from '../accounts/accounts.testing.ts'
import { actorOf } from '../people/index.ts'
import { backChannelLogout } from './back-channel-logout.ts'
import { asNobody, aTownWithProviders, type ProvidersTown } from './identity-providers.testing.ts'
import { beginLink, beginSignIn, endAtProvider, endSignIn, ownIdentities, unlinkIdentity } from './index.ts'
import { enabledProvider, type Provider } from './provider.ts'
import type { OidcSettings } from './provider-settings.ts'
import { aTestOidcProvider, type TestOidcProvider } from './oidc-provider.testing.ts'

let town: ProvidersTown
let at: TestOidcProvider
const matching = { byEmail: false, emailProven: 'told', byFields: [], create: false } as const
const base = { memberships: [], audience: [], acceptedAcr: [], strong: { acr: [], amr: [] } }

beforeAll(async () => {
  town = await aTownWithProviders()
  // The provider lives in real time.
  town.tenant.clock.advance(Date.now() - town.tenant.clock.now().getTime())
  at = await aTestOidcProvider(town.platform.tenant.publicUrl, 'etat')
  await town.provide('franceconnect', 'etat', {
    issuer: at.issuer,
    scopes: ['openid', 'profile', 'email'],
    pkce: true,
    clockToleranceSeconds: 5,
    matching,
  })
})
afterAll(async () => {
  await at.close()
  await town.tenant.close()
})
beforeEach(async () => {
  town.network.answer = undefined
  await town.change('etat', { ...base, matching })
})

/** From our button to our door, as a browser does; `bend` meddles with the address of the provider on the way. */
async function through(browser: Browser, bend: (location: URL) => void = () => {}) {
  const begun = browser.receive(
    await beginSignIn(asNobody(town.platform), browser.client, { provider: 'etat', returnTo: '/bureau' }),
  )
  if (!begun.ok) return begun
  const location = new URL(begun.location)
  bend(location)
  return comeBack(browser, await at.visit(location.href))
}

async function comeBack(browser: Browser, search: string) {
  const { actor } = await callerOf(town.accounts, browser.headers)
  return browser.receive(
    await endSignIn(actingAs(town.platform, actor), town.accounts, browser.client, {
      provider: 'etat',
      search,
    }),
  )
}

const whoIs = async (browser: Browser) => (await callerOf(town.accounts, browser.headers)).actor

describe('signing in through a provider', () => {
  it('makes a person and an account at the first sign-in, and finds them again by the subject alone', async () => {
    await town.change('etat', { matching: { ...matching, create: true } })
    at.signsIn({
      sub: 's-1',
      given_name: 'Marthe',
      family_name: 'Mouret',
      email: 'marthe@plassans.example',
      email_verified: true,
    })
    const browser = aBrowser()
    expect(await through(browser)).toMatchObject({ ok: true, linked: false, returnTo: '/bureau' })
    expect(await whoIs(browser)).toMatchObject({ kind: 'person', name: 'Marthe Mouret' })

    await town.change('etat', { matching })
    at.signsIn({ sub: 's-1', given_name: 'Marthe', family_name: 'Mouret', email: 'other@plassans.example' })
    const again = aBrowser()
    expect(await through(again)).toMatchObject({ ok: true })
    expect(await whoIs(again)).toMatchObject({ email: 'marthe@plassans.example' })
  })

  it('leads a proven mailbox to its account, and an unproven one nowhere', async () => {
    await provisionAccount(town.accounts, { name: 'Silvère Mouret', email: 'silvere@plassans.example' })
    await town.change('etat', { matching: { ...matching, byEmail: true, create: true } })
    const told = { given_name: 'Silvère', family_name: 'Mouret', email: 'Silvere@Plassans.example' }
    at.signsIn({ sub: 's-2', ...told, email_verified: false })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'email-unproven' })
    at.signsIn({ sub: 's-2', ...told })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'email-unproven' })

    at.signsIn({ sub: 's-2', ...told, email_verified: true })
    const browser = aBrowser()
    expect(await through(browser)).toMatchObject({ ok: true })
    expect(await whoIs(browser)).toMatchObject({ email: 'silvere@plassans.example' })
  })

  it('does not take over the account of a proven mailbox unless the configuration says so', async () => {
    await provisionAccount(town.accounts, { name: 'Désirée Mouret', email: 'desiree@plassans.example' })
    await town.change('etat', { matching: { ...matching, create: true } })
    at.signsIn({
      sub: 's-3',
      given_name: 'Désirée',
      family_name: 'Mouret',
      email: 'desiree@plassans.example',
      email_verified: true,
    })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'account-exists' })
  })

  it('finds a person by name and birth date, only when there is one, and not by a second identity', async () => {
    const byFields = [
      { claim: 'family_name', field: 'name', firstWord: false },
      { claim: 'birthdate', field: 'birthDate', firstWord: false },
    ]
    await town.change('etat', { matching: { ...matching, byFields } })
    const ovide = { name: 'FAUJAS', email: 'ovide@plassans.example', birthDate: '1830-02-03' }
    await town.tenant.entry('club.person', ovide)
    const made = await provisionAccount(town.accounts, { email: ovide.email })
    if (!made.ok) throw new Error(made.refusal)
    const claims = { family_name: 'Faujas', birthdate: '1830-02-03' }
    at.signsIn({ sub: 's-4', ...claims, birthdate: '1830-02-04' })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'no-match' })
    at.signsIn({ sub: 's-4', ...claims })
    const browser = aBrowser()
    expect(await through(browser)).toMatchObject({ ok: true, personId: made.personId })
    at.signsIn({ sub: 's-4-bis', ...claims })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'other-identity' })

    await town.tenant.entry('club.person', { name: 'Faujas', birthDate: '1830-02-03' })
    at.signsIn({ sub: 's-4-ter', ...claims })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'no-match' })
  })

  it('is refused to a closed account and to who has none of the roles it is for', async () => {
    at.signsIn({ sub: 's-1' })
    await town.change('etat', { audience: ['club.coach'] })
    const browser = aBrowser()
    expect(await through(browser)).toMatchObject({ ok: false, refusal: 'not-for-you' })
    expect(await whoIs(browser)).toMatchObject({ kind: 'nobody' })

    await town.change('etat', { audience: [] })
    const { rows } = await sql<{
      id: string
    }>`select id from public.accounts where email = 'marthe@plassans.example'`.execute(town.platform.db)
    await disableAccount(actingAs(town.platform, { kind: 'system', locale: 'fr' }), rows[0]?.id ?? '')
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'account-disabled' })
    await sql`update public.accounts set disabled_at = null`.execute(town.platform.db)
  })

  it('is refused below the level that is taken, and when the person gives up', async () => {
    await town.change('etat', { acceptedAcr: ['eidas2'] })
    at.signsIn({ sub: 's-1' }, { acr: 'eidas1' })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'level-too-low' })
    const browser = aBrowser()
    const begun = browser.receive(
      await beginSignIn(asNobody(town.platform), browser.client, { provider: 'etat', returnTo: '/' }),
    )
    if (!begun.ok) throw new Error(begun.refusal)
    const state = new URL(begun.location).searchParams.get('state') ?? ''
    expect(await comeBack(browser, `?error=access_denied&state=${state}&iss=${at.issuer}`)).toMatchObject({
      ok: false,
      refusal: 'provider-declined',
    })
  })

  it('tries again a provider that could not be reached', async () => {
    await town.change('etat', { clientId: 'guichet' })
    at.signsIn({ sub: 's-1' })
    town.network.answer = () => {
      throw new OutgoingError('no-answer')
    }
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'provider-unreachable' })
    town.network.answer = undefined
    expect(await through(aBrowser())).toMatchObject({ ok: true })
  })

  it.each<[string, (location: URL) => void]>([
    ['another nonce', (location) => location.searchParams.set('nonce', 'that-of-another-sign-in-000000')],
    ['another state', (location) => location.searchParams.set('state', 'that-of-another-sign-in-000000')],
    [
      'a code asked for with another secret',
      (location) =>
        location.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
    ],
  ])('is refused for an answer to %s', async (_, bend) => {
    at.signsIn({ sub: 's-1' })
    expect(await through(aBrowser(), bend)).toMatchObject({ ok: false, refusal: 'answer-refused' })
  })

  it('is refused in another browser than the one that began, twice, too late, and in the name of another issuer', async () => {
    at.signsIn({ sub: 's-1' })
    const [browser, other] = [aBrowser(), aBrowser()]
    const begin = async () => {
      const begun = browser.receive(
        await beginSignIn(asNobody(town.platform), browser.client, { provider: 'etat', returnTo: '/' }),
      )
      if (!begun.ok) throw new Error(begun.refusal)
      return at.visit(begun.location)
    }
    const search = await begin()
    expect(await comeBack(other, search)).toMatchObject({ refusal: 'answer-refused' })
    expect(
      await comeBack(browser, search.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example')),
    ).toMatchObject({
      refusal: 'answer-refused',
    })
    expect(await comeBack(browser, search)).toMatchObject({ refusal: 'answer-refused' })

    const late = await begin()
    // The ID token is good for a minute.
    town.tenant.clock.advance(3 * 60_000)
    expect(await comeBack(browser, late)).toMatchObject({ refusal: 'answer-refused' })
    expect(await through(browser)).toMatchObject({ refusal: 'answer-refused' })
    town.tenant.clock.advance(-3 * 60_000)
    expect(await through(browser)).toMatchObject({ ok: true })
  })

  it('believes neither userinfo without its signature nor tokens of another key', async () => {
    at.signsIn({ sub: 's-1' })
    town.network.answer = ({ url }) =>
      url.endsWith('/me')
        ? { status: 200, contentType: 'application/json', body: '{"sub":"s-1"}' }
        : undefined
    expect(await through(aBrowser())).toMatchObject({ refusal: 'answer-refused' })

    await town.change('etat', {})
    const { exportJWK, generateKeyPair } = await import('jose')
    const { publicKey } = await generateKeyPair('ES256')
    const keys = JSON.stringify({
      keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }],
    })
    town.network.answer = ({ url }) =>
      url.endsWith('/jwks') ? { status: 200, contentType: 'application/jwk-set+json', body: keys } : undefined
    expect(await through(aBrowser())).toMatchObject({ refusal: 'answer-refused' })
  })
})

describe('what a provider says of roles', () => {
  const rule = {
    claim: 'groups',
    operator: 'equals',
    value: 'entraineurs',
    role: 'club.coach',
    organisation: { field: 'siret', from: 'claim', is: 'siret' },
  }

  it('gives and takes back memberships at each sign-in, and leaves those given by hand alone', async () => {
    const { personId } = await town.tenant.person('Rose Mouret', { 'club.secretary': town.office })
    await provisionAccount(town.accounts, { email: 'rose.mouret@plassans.example' })
    await town.change('etat', { memberships: [rule], matching: { ...matching, byEmail: true } })
    const rose = {
      sub: 's-5',
      email: 'rose.mouret@plassans.example',
      email_verified: true,
      siret: '211 300 553 00016',
    }
    at.signsIn({ ...rose, groups: ['usagers', 'Entraineurs'] })
    const roles = async () =>
      (await actorOf(town.platform, personId))?.roles.map(({ role }) => role).toSorted()
    expect(await through(aBrowser())).toMatchObject({ ok: true })
    expect(await roles()).toEqual(['club.coach', 'club.secretary'])
    expect(await through(aBrowser())).toMatchObject({ ok: true })
    expect(await roles()).toEqual(['club.coach', 'club.secretary'])

    at.signsIn({ ...rose, groups: ['usagers'] })
    expect(await through(aBrowser())).toMatchObject({ ok: true })
    expect(await roles()).toEqual(['club.secretary'])
    const { rows } = await sql<{ payload: object }>`
      select payload from public.events where kind = 'account.memberships-mapped' order by id`.execute(
      town.platform.db,
    )
    expect(rows.map(({ payload }) => payload)).toMatchObject([
      { given: 1, ended: 0 },
      { given: 0, ended: 1 },
    ])
  })

  it('opens no session as strong unless the configuration believes the proof told', async () => {
    at.signsIn({ sub: 's-1' }, { acr: 'eidas2' })
    const strong = async () => {
      await through(aBrowser())
      const { rows } = await sql<{
        strong: boolean
      }>`select strong from public.sessions order by created_at desc, id desc limit 1`.execute(
        town.platform.db,
      )
      return rows[0]?.strong
    }
    expect(await strong()).toBe(false)
    await town.change('etat', { strong: { acr: ['eidas2'], amr: [] } })
    expect(await strong()).toBe(true)
  })
})

describe('an identity of one’s own account', () => {
  it('is linked by the one who left for it, signs in from then on, and is taken off with what it gave', async () => {
    const browser = aBrowser()
    at.signsIn({ sub: 's-5' })
    await through(browser)
    const rose = actingAs(town.platform, await whoIs(browser))
    at.signsIn({ sub: 's-6', email: 'rose@ailleurs.example' })
    const begun = browser.receive(
      await beginLink(rose, browser.client, { provider: 'etat', returnTo: '/compte' }),
    )
    expect(await comeBack(browser, await at.visit(begun.location))).toEqual({
      ok: true,
      linked: true,
      returnTo: '/compte',
    })
    const { identities } = await ownIdentities(rose)
    expect(identities.map(({ label }) => label)).toEqual([
      'rose.mouret@plassans.example',
      'rose@ailleurs.example',
    ])

    await expect(unlinkIdentity(town.admin, identities[1]?.id ?? '')).rejects.toMatchObject({
      code: 'sign-in-required',
    })
    await unlinkIdentity(rose, identities[1]?.id ?? '')
    await expect(unlinkIdentity(rose, identities[1]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
    expect(await through(aBrowser())).toMatchObject({ ok: false, refusal: 'no-match' })
  })

  it('is refused when somebody else has it, to nobody, to who acts as another, and when another comes back', async () => {
    const browser = aBrowser()
    at.signsIn({ sub: 's-5' })
    await through(browser)
    const rose = actingAs(town.platform, await whoIs(browser))
    at.signsIn({ sub: 's-1' })
    const link = async () =>
      browser.receive(await beginLink(rose, browser.client, { provider: 'etat', returnTo: '/' }))
    expect(await comeBack(browser, await at.visit((await link()).location))).toMatchObject({
      refusal: 'linked-elsewhere',
    })

    await expect(
      beginLink(asNobody(town.platform), browser.client, { provider: 'etat', returnTo: '/' }),
    ).rejects.toMatchObject({ code: 'sign-in-required' })
    const acted = actingAs(town.platform, {
      ...(await whoIs(browser)),
      by: { personId: 'x', name: 'Ada' },
    } as never)
    await expect(beginLink(acted, browser.client, { provider: 'etat', returnTo: '/' })).rejects.toMatchObject(
      { code: 'not-allowed' },
    )

    const begun = await link()
    browser.receive(await signOut(town.accounts, browser.client))
    await expect(comeBack(browser, await at.visit(begun.location))).rejects.toMatchObject({
      code: 'sign-in-required',
    })
  })
})

describe('signing out', () => {
  it('leads to the provider with the ID token of the session', async () => {
    at.signsIn({ sub: 's-1' })
    const browser = aBrowser()
    await through(browser)
    const there = await endAtProvider(asNobody(town.platform), town.accounts, browser.client)
    const url = new URL(there?.location ?? '')
    expect(url.origin + url.pathname).toBe(`${at.issuer}/session/end`)
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/)
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3000/deconnexion/retour')
    expect(await endAtProvider(asNobody(town.platform), town.accounts, aBrowser().client)).toBeUndefined()
  })

  it('ends the sessions that the provider says are over, once, when it is the provider that says so', async () => {
    at.signsIn({ sub: 's-1' })
    const browser = aBrowser()
    await through(browser)
    const provider = (await enabledProvider(town.platform, 'etat')) as Provider<OidcSettings>
    const iat = Math.floor(town.platform.clock.now().getTime() / 1000)
    const over = { sub: 's-1', jti: 'j-1', iat }
    for (const token of [
      await at.logoutToken(over, { forged: true }),
      await at.logoutToken({ ...over, iat: iat - 3600 }),
      await at.logoutToken({ ...over, nonce: 'n' }),
      await at.logoutToken({ ...over, events: {} }),
      'nothing',
    ])
      await expect(backChannelLogout(town.platform, provider, token)).rejects.toMatchObject({
        failure: 'answer-refused',
      })
    expect(await whoIs(browser)).toMatchObject({ kind: 'person' })
    const token = await at.logoutToken(over)
    expect(await backChannelLogout(town.platform, provider, token)).toBeGreaterThan(0)
    expect(await whoIs(browser)).toMatchObject({ kind: 'nobody' })
    await expect(backChannelLogout(town.platform, provider, token)).rejects.toMatchObject({
      failure: 'answer-refused',
    })
  })
})
