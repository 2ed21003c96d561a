// SPDX-License-Identifier: MIT
import { nobody } from '@guichet/engine'
import { expect, it } from 'vitest'
import { aBrowser, password, someAccounts } from './modules/accounts/accounts.testing.ts'
import { callerOf, openAccounts, signIn } from './modules/accounts/index.ts'
import { visitorCookie, visitorOf } from './modules/filing/index.ts'
import { linkCookie } from './modules/links/link-session.ts'
import { actingAs } from './platform/context.ts'
import { testTenant } from './testing/tenant.ts'

it('cookies are bound to this very host under HTTPS, and only those are read', async () => {
  const publicUrl = 'https://demarches.ville.example'
  const town = await someAccounts()
  const platform = { ...town.tenant.platform, tenant: { ...testTenant, publicUrl } }
  const accounts = openAccounts(platform, { sessionHours: 1, sendMail: async () => {} })
  const { email } = await town.account('Nadia Benaïssa', {})
  const browser = aBrowser()
  const signedIn = await signIn(accounts, browser.client, { email, password })
  if (!signedIn.ok) return expect.fail('not signed in')
  for (const cookie of signedIn.setCookie) {
    expect(cookie).toMatch(/^__Host-guichet\.[^;]+;.*Path=\/;/)
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    expect(cookie).toMatch(/; Secure/)
    expect(cookie).not.toMatch(/Domain=/i)
  }
  browser.receive(signedIn)
  expect(await callerOf(accounts, browser.headers)).toMatchObject({ by: 'session' })

  // What a neighbour of the same domain may write: the same values under names without the prefix.
  const planted = new Headers({ cookie: (browser.headers.get('cookie') ?? '').replaceAll('__Host-', '') })
  expect(await callerOf(accounts, planted)).toMatchObject({ by: 'nothing' })

  const visitor = visitorCookie(actingAs(platform, nobody()), 'a-browser')
  expect(visitor).toMatch(/^__Host-guichet\.visitor=a-browser;.*; Secure$/)
  expect(visitorOf(publicUrl, { 'guichet.visitor': 'planted' })).toBeUndefined()

  const link = { id: 'x', token: 'y', expiresAt: new Date('2100-01-01') }
  expect(linkCookie(platform, link)).toMatch(/^__Secure-guichet\.link=y;.*Path=\/lien\/x;.*; Secure$/)
  await town.close()
})
