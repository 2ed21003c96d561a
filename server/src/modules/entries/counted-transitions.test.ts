// SPDX-License-Identifier: MIT
import { compare, defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { countEntries, loadEntry, takeTransition } from './index.ts'

const licence = club.collections['licence']
const lifecycle = licence?.lifecycle
const askMore = lifecycle?.transitions['ask_more']
if (!licence || !lifecycle || !askMore) throw new Error('the club asks for more')

/** The club, which counts how often more was asked. */
const counting: Solution = defineSolution({
  ...club,
  collections: {
    ...club.collections,
    licence: {
      ...licence,
      fields: { ...licence.fields, asked: { type: 'integer', label: { fr: 'Demandes', en: 'Times asked' } } },
      lifecycle: {
        ...lifecycle,
        transitions: { ...lifecycle.transitions, ask_more: { ...askMore, counts: 'asked' } },
      },
    },
  },
})

let tenant: TestTenant
let id: string
beforeAll(async () => {
  tenant = await aTenant({ solutions: [counting] })
  id = await tenant.entry('club.licence', { playerName: 'Élise Courrière' })
})
afterAll(() => tenant.close())

async function take(key: string, more: object = {}): Promise<unknown> {
  const entry = await loadEntry(tenant.platform.db, tenant.system, id)
  await takeTransition(tenant.system, { id, version: entry?.version ?? 0, key, ...more })
  return (await loadEntry(tenant.platform.db, tenant.system, id))?.values['asked']
}

it('counts how often a transition is taken, and nothing else', async () => {
  expect(await take('ask_more', { reason: 'Une photo.' })).toBe(1)
  expect(await take('complete', { answers: { motive: 'La voici.' } })).toBe(1)
  expect(await take('ask_more', { reason: 'Une autre.' })).toBe(2)
  const again = { collection: 'club.licence', where: compare('asked', 'gte', 2) } as const
  expect(await countEntries(tenant.system, again)).toMatchObject({ count: 1 })
})

it('does not count one that is refused', async () => {
  await expect(take('ask_more', { reason: 'Encore.' })).rejects.toMatchObject({ code: 'transition-refused' })
  expect((await loadEntry(tenant.platform.db, tenant.system, id))?.values['asked']).toBe(2)
})
