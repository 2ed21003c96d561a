// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Accounts, callerOf, openAccounts, signIn } from '../accounts/index.ts'
import { aBrowser } from '../accounts/accounts.testing.ts'
import { installSolution } from '../definitions/index.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { awaitsAdministrator, createFirstAdministrator, makeFirstCode, setUpProgress } from './index.ts'
import { keptClub } from '../../testing/kept-club.ts'

let tenant: TestTenant
let accounts: Accounts
beforeEach(async () => {
  tenant = await aTenant({ solutions: [] })
  await installSolution(tenant.system, keptClub(), 'tests')
  accounts = openAccounts(tenant.platform, { sessionHours: 12, sendMail: async () => {} })
})
afterEach(() => tenant.close())

const password = 'un mot de passe assez long'
const first = (code: string | undefined) => ({
  code: code ?? '',
  body: 'Ville de Plassans',
  name: 'Ada Ministre',
  email: 'ada@plassans.example',
  password,
  locale: 'fr' as const,
})

describe('the first administrator', () => {
  it('is created with the code of the log, once, and finds the studio open', async () => {
    expect(await awaitsAdministrator(tenant.platform)).toBe(true)
    const code = await makeFirstCode(tenant.platform)
    expect(await createFirstAdministrator(accounts, first(code))).toEqual({ ok: true })
    expect(tenant.platform.tenant).toMatchObject({ name: 'Ville de Plassans', email: 'ada@plassans.example' })
    const browser = aBrowser()
    browser.receive(
      await signIn(accounts, browser.client, { email: 'ada@plassans.example', password }).then((answer) => {
        if (!answer.ok) throw new Error(answer.refusal)
        return answer
      }),
    )
    const { actor } = await callerOf(accounts, browser.headers)
    expect(actor).toMatchObject({ roles: [{ role: 'club.administrator' }] })
    const { steps } = await setUpProgress(tenant.as(actor))
    expect(steps.map(({ step, done }) => [step, done])).toEqual([
      ['body', false],
      ['look', false],
      ['actors', false],
      ['agents', false],
      ['procedures', true],
    ])
    expect(await createFirstAdministrator(accounts, first(code))).toEqual({ ok: false, refusal: 'too-late' })
    expect(await makeFirstCode(tenant.platform)).toBeUndefined()
  })

  it.each([
    ['a wrong code', { code: 'AAAAAAAAAAAA' }, 'wrong-code'],
    ['a short password', { password: 'court' }, 'password-too-short'],
    ['half a name', { name: 'Ada' }, 'missing-name'],
    ['no mailbox', { email: 'ada' }, 'invalid-email'],
    ['no body', { body: ' ' }, 'missing-body'],
  ])('is refused with %s, and may try again', async (_, wrong, refusal) => {
    const code = await makeFirstCode(tenant.platform)
    expect(await createFirstAdministrator(accounts, { ...first(code), ...wrong })).toMatchObject({ refusal })
    expect(await createFirstAdministrator(accounts, first(code))).toEqual({ ok: true })
  })

  it('is not found by trying codes', async () => {
    const code = await makeFirstCode(tenant.platform)
    for (let tries = 0; tries < 10; tries += 1)
      await createFirstAdministrator(accounts, first('AAAAAAAAAAAA'))
    expect(await createFirstAdministrator(accounts, first(code))).toEqual({
      ok: false,
      refusal: 'wrong-code',
    })
    const next = await makeFirstCode(tenant.platform)
    expect(await createFirstAdministrator(accounts, first(next))).toEqual({ ok: true })
  })

  it('is not created without a code', async () => {
    expect(await createFirstAdministrator(accounts, first(''))).toMatchObject({ refusal: 'wrong-code' })
  })
})

it('shows the guide of the set-up to administrators alone, until they put it away', async () => {
  await expect(setUpProgress(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
})
