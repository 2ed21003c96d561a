// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { listNotifications, markRead, tellPeople, unreadNotifications } from './index.ts'

let tenant: TestTenant
beforeAll(async () => (tenant = await aTenant()))
afterAll(() => tenant.close())

function tell(personId: string, ...keys: string[]): Promise<void> {
  return tenant.platform.db.transaction().execute((tx) =>
    tellPeople(
      tx,
      tenant.system,
      keys.map((key) => ({
        key: `${personId}:${key}`,
        personId,
        title: { fr: `Fait ${key}`, en: `Fact ${key}` },
      })),
    ),
  )
}

it('tells one person once, newest first, page after page', async () => {
  const rosa = await tenant.person('Rosa Ximénez')
  await tell(rosa.personId, 'a', 'b', 'c')
  await tell(rosa.personId, 'b')
  const first = await listNotifications(tenant.as(rosa), { limit: 2 })
  const second = await listNotifications(tenant.as(rosa), { limit: 2, after: first.next ?? '' })
  expect([...first.rows, ...second.rows].map(({ title }) => title.fr)).toEqual(['Fait c', 'Fait b', 'Fait a'])
  expect(second.next).toBeNull()
})

it('counts what is not read, until it is', async () => {
  const paul = await tenant.person('Paul Ardent')
  await tell(paul.personId, 'a', 'b', 'c')
  const context = tenant.as(paul)
  expect(await unreadNotifications(context)).toBe(3)
  const [newest] = (await listNotifications(context)).rows
  await markRead(context, [newest?.id ?? '', 'not an id'])
  expect(await unreadNotifications(context)).toBe(2)
  expect((await listNotifications(context, { unread: true })).rows.map(({ title }) => title.fr)).toEqual([
    'Fait b',
    'Fait a',
  ])
  await markRead(context)
  expect(await unreadNotifications(context)).toBe(0)
})

it('shows nobody what another is told, nor lets it be marked', async () => {
  const ines = await tenant.person('Ines Coach')
  const theo = await tenant.person('Théo Voisin')
  await tell(ines.personId, 'secret')
  const [hers] = (await listNotifications(tenant.as(ines))).rows
  expect((await listNotifications(tenant.as(theo))).rows).toEqual([])
  await markRead(tenant.as(theo), [hers?.id ?? ''])
  expect(await unreadNotifications(tenant.as(ines))).toBe(1)
})

it('has nothing for who is not signed in', async () => {
  await expect(listNotifications(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
  await expect(markRead(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
  expect(await unreadNotifications(tenant.nobody)).toBe(0)
})
