// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteEntry } from '../entries/index.ts'
import { someAccounts, type TestAccounts } from './accounts.testing.ts'
import { callerOf, createKey, disableAccount, listKeys, mayUseMethod, revokeKey } from './index.ts'

let town: TestAccounts
let office: string
let accountId: string
beforeAll(async () => {
  town = await someAccounts()
  office = await town.tenant.organisation('Bureau')
  accountId = (await town.account('Nadia Benaïssa', { secretary: office })).accountId
})
afterAll(() => town.close())

const bearing = (key: string) => callerOf(town.accounts, new Headers({ authorization: `Bearer ${key}` }))
const aKey = (request: Partial<Parameters<typeof createKey>[1]> = {}) =>
  createKey(town.tenant.system, { accountId, name: 'Passerelle', ...request })
const refused = { code: 'key-refused', status: 401 }

describe('a key', () => {
  it('acts with the rights of its account', async () => {
    const { id, key } = await aKey()
    expect(key).toMatch(/^gck_[\w-]{43}$/)
    expect(await bearing(key)).toMatchObject({
      by: 'key',
      keyId: id,
      accountId,
      actor: {
        kind: 'person',
        name: 'Nadia Benaïssa',
        roles: [{ role: 'club.secretary', organisation: office }],
      },
    })
  })

  it('is shown once: a list tells it by its beginning, its name and its last use, to the minute', async () => {
    const { accountId: own } = await town.account('Paul Sernin')
    const { key } = await aKey({ accountId: own, name: 'Tableur' })
    expect(await listKeys(town.tenant.system, own)).toMatchObject([
      { prefix: key.slice(0, 10), lastUsedAt: null },
    ])
    await bearing(key)
    const first = town.tenant.clock.now()
    town.tenant.clock.advance(59_000)
    await bearing(key)
    expect(await listKeys(town.tenant.system, own)).toMatchObject([{ name: 'Tableur', lastUsedAt: first }])
    town.tenant.clock.advance(1_000)
    await bearing(key)
    expect((await listKeys(town.tenant.system, own))[0]?.lastUsedAt).not.toEqual(first)
    expect(JSON.stringify(await listKeys(town.tenant.system, own))).not.toContain(key)
  })

  it.each([
    ['that nobody made', async () => `gck_${'A'.repeat(43)}`],
    ['that is something else', async () => 'eyJhbGciOiJub25lIn0.e30.'],
    ['that is empty', async () => ''],
    [
      'that was revoked',
      async () => {
        const { id, key } = await aKey()
        expect(await revokeKey(town.tenant.system, { accountId, keyId: id })).toBe(true)
        return key
      },
    ],
    [
      'that has expired, on the instant',
      async () => (await aKey({ expiresAt: town.tenant.clock.now() })).key,
    ],
    [
      'of an account that was closed',
      async () => {
        const { accountId: closed } = await town.account('Marthe Rougon')
        const { key } = await aKey({ accountId: closed })
        await disableAccount(town.tenant.system, closed)
        return key
      },
    ],
    [
      'of a person who left the directory',
      async () => {
        const { accountId: own, personId } = await town.account('Ursule Macquart')
        const { key } = await aKey({ accountId: own })
        await deleteEntry(town.tenant.system, { id: personId, version: 1 })
        return key
      },
    ],
  ])('%s is refused, and the program does not go on as nobody', async (_, make) => {
    await expect(bearing(await make())).rejects.toMatchObject(refused)
  })

  it('is revoked by its own account only, once', async () => {
    const { accountId: other } = await town.account('Zoé Puech')
    const { id, key } = await aKey()
    expect(await revokeKey(town.tenant.system, { accountId: other, keyId: id })).toBe(false)
    expect(await bearing(key)).toMatchObject({ by: 'key' })
    expect(await revokeKey(town.tenant.system, { accountId, keyId: id })).toBe(true)
    expect(await revokeKey(town.tenant.system, { accountId, keyId: id })).toBe(false)
  })

  it.each([
    [['read'], { GET: true, HEAD: true, POST: false, PATCH: false, DELETE: false }],
    [['read', 'write'], { GET: true, POST: true, DELETE: true }],
    [['write'], { GET: true, POST: true }],
  ] as const)('made for %j may use %o', async (scopes, methods) => {
    const caller = await bearing((await aKey({ scopes })).key)
    for (const [method, may] of Object.entries(methods))
      expect(mayUseMethod(caller, method), method).toBe(may)
  })
})

describe('nobody', () => {
  it('speaks the language of the cookie, then of the browser, then French', async () => {
    const locale = async (headers: Record<string, string>) =>
      (await callerOf(town.accounts, new Headers(headers))).actor.locale
    expect(await locale({ cookie: 'guichet_locale=en', 'accept-language': 'fr' })).toBe('en')
    expect(await locale({ 'accept-language': 'en-GB, fr;q=0.5' })).toBe('en')
    expect(await locale({})).toBe('fr')
  })

  it('may use any method: grants decide', async () => {
    expect(mayUseMethod(await callerOf(town.accounts, new Headers()), 'POST')).toBe(true)
  })

  it('is who sends another kind of authorization', async () => {
    const headers = new Headers({ authorization: 'Basic bmFkaWE6bW90' })
    expect(await callerOf(town.accounts, headers)).toMatchObject({ by: 'nothing', actor: { kind: 'nobody' } })
  })
})
