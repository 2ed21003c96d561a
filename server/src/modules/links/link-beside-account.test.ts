// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { actingAs } from '../../platform/context.ts'
import { aBrowser, password, someAccounts } from '../accounts/accounts.testing.ts'
import { callerOf, signIn, signOut } from '../accounts/index.ts'
import { makeLink, openLink, resumeLink } from './index.ts'

it('is opened beside the account of the same browser: neither takes part in the other, nor ends it', async () => {
  const town = await someAccounts()
  const { tenant, accounts } = town
  const office = await tenant.organisation('Bureau')
  const { email } = await town.account('Nadia Benaïssa', { secretary: office })
  const browser = aBrowser()
  browser.receive(await signIn(accounts, browser.client, { email, password }))
  const before = await callerOf(accounts, browser.headers)

  const licence = await tenant.entry('club.licence', { playerName: 'A', playerEmail: 'a@b.example' })
  const holder = { purpose: 'club.player', entryId: licence, email: 'a@b.example', name: 'A' }
  const link = await tenant.platform.db.transaction().execute((tx) => makeLink(tx, tenant.system, holder))
  const signedIn = actingAs(tenant.platform, before.actor)
  const opened = await openLink(signedIn, link.url.slice(link.url.lastIndexOf('/') + 1))
  if (!opened.ok) return expect.fail('the link was refused')
  expect(opened.actor).toMatchObject({ kind: 'link', name: 'A', entryId: licence })
  expect(opened.setCookie).not.toContain('session_token')

  const accountOnly = browser.headers
  browser.receive({ setCookie: [opened.setCookie] })
  expect(await callerOf(accounts, browser.headers)).toEqual(before)
  const onItsPages = { linkId: link.id, headers: browser.headers }
  expect(await resumeLink(signedIn, onItsPages)).toMatchObject({ ok: true, actor: { kind: 'link' } })
  expect(await resumeLink(signedIn, { linkId: link.id, headers: accountOnly })).toMatchObject({ ok: false })

  await signOut(accounts, browser.client)
  expect(await resumeLink(tenant.nobody, onItsPages)).toMatchObject({ ok: true })
  await town.close()
})
