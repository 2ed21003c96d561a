// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { countAttempt, forgiveAttempt, mailRequests, passwordTries } from './attempts.ts'
import { type Client, networkOf } from './client.ts'

let town: TestTenant
beforeAll(async () => (town = await aTenant()))
afterAll(() => town.close())

const from = (address: string): Client => ({ headers: new Headers(), address, locale: 'fr' })

async function tries(count: number, counted: (i: number) => ReturnType<typeof passwordTries>) {
  let last: number | undefined
  for (let i = 0; i < count; i += 1) last = await countAttempt(town.platform, counted(i))
  return last
}

describe('tries from one network', () => {
  it('are forty for as many mailboxes, then all wait, and the next network does not', async () => {
    const guess = (address: (i: number) => string) => (i: number) =>
      passwordTries(from(address(i)), `personne${address(i)}-${i}@plassans.example`, undefined)
    expect(
      await tries(
        40,
        guess((i) => `2001:db8:7:1::${i + 1}`),
      ),
    ).toBeUndefined()
    expect(
      await tries(
        1,
        guess(() => '2001:db8:7:1::ffff'),
      ),
    ).toBe(900)
    expect(
      await tries(
        1,
        guess(() => '2001:db8:7:2::1'),
      ),
    ).toBeUndefined()
  })

  it('are given back when they succeed', async () => {
    for (let i = 0; i < 60; i += 1) {
      const counted = passwordTries(from('192.0.2.1'), 'nadia@plassans.example', undefined)
      expect(await countAttempt(town.platform, counted)).toBeUndefined()
      await forgiveAttempt(town.platform, counted)
    }
  })

  it('begin anew when the window is over, and the wait told is what is left of it', async () => {
    const asked = () => countAttempt(town.platform, mailRequests(from('192.0.2.2')))
    for (let i = 0; i < 30; i += 1) expect(await asked()).toBeUndefined()
    town.clock.advance(59 * 60_000)
    expect(await asked()).toBe(60)
    town.clock.advance(60_000)
    expect(await asked()).toBeUndefined()
  })
})

describe('what is kept of who tried', () => {
  it('is a digest, from which neither the mailbox nor the address can be read or guessed', async () => {
    await countAttempt(town.platform, passwordTries(from('192.0.2.3'), 'zoe@plassans.example', undefined))
    const rows = await town.platform.db
      .withTables<{ attempts: { key: Buffer } }>()
      .selectFrom('attempts')
      .select('key')
      .execute()
    expect(rows.every(({ key }) => key.length === 32)).toBe(true)
  })
})

describe('one client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:a:b:c:d:e:f', '2001:db8:a:b::/64'],
    ['2001:DB8:a:b::1', '2001:db8:a:b::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('of address %s is counted as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
