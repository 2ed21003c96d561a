// SPDX-License-Identifier: MIT
import { type Actor, defineSolution } from '@guichet/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { keptClub } from '../../testing/kept-club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, createEntry, getEntry } from '../entries/index.ts'
import { addMembership, actorOf } from '../people/index.ts'
import { changeBody } from '../settings/index.ts'
import { addRole, decidePending, endMembership, findAgent, listPending, listRightsChanges } from './index.ts'

let tenant: TestTenant
let office: string
let ada: Context
let basile: Context
let secretary: Context
let people: Person[]
type Person = Extract<Actor, { kind: 'person' }>
const guarded = 'club.administrator'

beforeAll(async () => {
  const { roles, grants, ...club } = keptClub()
  const administrator = roles['administrator']
  if (!administrator) throw new Error('nobody administers the club')
  const asked = grants.map((grant) =>
    grant.on === 'membership' ? { ...grant, may: [...grant.may, 'history' as const] } : grant,
  )
  const solution = defineSolution({
    ...club,
    grants: asked,
    roles: { ...roles, administrator: { ...administrator, fourEyes: true } },
  })
  tenant = await aTenant({ solutions: [solution] })
  office = await tenant.organisation('Bureau')
  people = [
    await tenant.person('Ada Ministre', { administrator: office }),
    await tenant.person('Basile Second', { administrator: office }),
    await tenant.person('Sam Secrétaire', { secretary: office }),
  ]
})
beforeEach(() => set(true))

/** Changes the setting; each acts again as in their next request. */
async function set(fourEyes: boolean): Promise<void> {
  const [first, second, third] = people
  if (!first || !second || !third) throw new Error('nobody acts')
  await changeBody(tenant.as(first), { fourEyes })
  ada = tenant.as(first)
  basile = tenant.as(second)
  secretary = tenant.as(third)
}
afterAll(() => tenant.close())

const membership = {
  role: guarded,
  get organisation() {
    return office
  },
}
const rolesOf = async (id: string) =>
  (await actorOf(tenant.platform, id))?.roles.map(({ role }) => role) ?? []

/** Somebody for whom Ada has asked the guarded role. */
async function asked(name: string): Promise<{ personId: string; pending: string }> {
  const { personId } = await tenant.person(name)
  expect(await addRole(ada, { personId, membership })).toEqual({ ok: true, personId, awaits: true })
  const [waiting] = await listPending(basile, personId)
  if (!waiting) throw new Error('nothing waits')
  return { personId, pending: waiting.id }
}

describe('giving a guarded role', () => {
  it('waits for another administrator, whose agreement gives it at once', async () => {
    const { personId, pending } = await asked('Nina Nouvelle')
    expect(await rolesOf(personId)).toEqual([])
    expect(await listPending(basile, personId)).toMatchObject([
      { person: 'Nina Nouvelle', organisation: 'Bureau', askedBy: 'Ada Ministre', mayDecide: true },
    ])
    await decidePending(basile, { id: pending, confirms: true })
    expect(await rolesOf(personId)).toEqual([guarded])
    expect(await listPending(basile, personId)).toEqual([])
    await expect(decidePending(basile, { id: pending, confirms: true })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('may be refused, also by who asked', async () => {
    for (const who of [basile, ada]) {
      const { personId, pending } = await asked('Rémi Refusé')
      await decidePending(who, { id: pending, confirms: false })
      expect(await rolesOf(personId)).toEqual([])
      expect(await listPending(ada, personId)).toEqual([])
    }
  })

  it('is not confirmed by who asked, who is given it, others, or nobody', async () => {
    const { personId, pending } = await asked('Olga Onze')
    const confirm = (who: Context) => decidePending(who, { id: pending, confirms: true })
    await expect(confirm(ada)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(confirm(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(confirm(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(listPending(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await listPending(ada, personId))[0]?.mayDecide).toBe(false)
  })

  it('is forgotten after seven days', async () => {
    const { personId, pending } = await asked('Tom Tardif')
    tenant.clock.advance(7 * 86_400_000)
    expect(await listPending(basile, personId)).toEqual([])
    await expect(decidePending(basile, { id: pending, confirms: true })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is refused by every other way: entered, turned into, moved, brought back', async () => {
    const { personId } = await tenant.person('Max Malin')
    const give = (who: Context, role: string, more: object = {}) =>
      createEntry(who, {
        collection: 'club.membership',
        values: { person: personId, team: office, role, ...more },
        owner: null,
      })
    const refused = { code: 'needs-second-administrator' }
    await expect(give(ada, guarded)).rejects.toMatchObject(refused)
    await expect(give(secretary, guarded)).rejects.toMatchObject(refused)
    const { id: coach } = await give(ada, 'club.coach')
    const { id: ended } = await give(ada, guarded, { endsOn: '2026-11-01' })
    const change = async (id: string, values: object) => {
      const { version } = await getEntry(tenant.platform.db, ada, id)
      return changeEntry(ada, { id, version, values: { ...values } })
    }
    await expect(change(coach, { role: guarded })).rejects.toMatchObject(refused)
    await expect(change(ended, { endsOn: null })).rejects.toMatchObject(refused)
    await change(coach, { endsOn: '2027-01-01' })
    expect(await rolesOf(personId)).toEqual(['club.coach'])
  })

  it('asks nobody to end one, nor the body itself, nor anybody where the setting is off', async () => {
    const { personId, pending } = await asked('Léa Libre')
    await decidePending(basile, { id: pending, confirms: true })
    const held = (await findAgent(ada, personId))?.memberships[0]?.id ?? ''
    expect(await endMembership(ada, { id: held })).toMatchObject({ ok: true })
    expect(await rolesOf(personId)).toEqual([])
    const given = { personId, role: guarded, organisation: office }
    await tenant.platform.db.transaction().execute((tx) => addMembership(tx, tenant.platform, given))
    expect(await rolesOf(personId)).toEqual([guarded])
    await set(false)
    const { personId: other } = await tenant.person('Ugo Unique')
    expect(await addRole(ada, { personId: other, membership })).toEqual({ ok: true, personId: other })
    expect(await rolesOf(other)).toEqual([guarded])
  })
})

describe('the journal of rights', () => {
  it('tells roles asked, confirmed, given and ended, with who did it, newest first', async () => {
    const { personId, pending } = await asked('Jeanne Journal')
    await decidePending(basile, { id: pending, confirms: true })
    const held = (await findAgent(ada, personId))?.memberships[0]?.id ?? ''
    await endMembership(ada, { id: held })
    const { rows } = await listRightsChanges(ada)
    const lines = rows
      .filter(({ person }) => person === 'Jeanne Journal')
      .map(({ kind, role, organisation, actor }) => `${kind} ${role} ${organisation} ${actor.name}`)
    expect(lines).toEqual([
      'entry.changed Administratrice Bureau Ada Ministre',
      'role.confirmed Administratrice Bureau Basile Second',
      'entry.created Administratrice Bureau Basile Second',
      'role.asked Administratrice Bureau Ada Ministre',
    ])
  })

  it('goes on page after page, each line once', async () => {
    for (let at = 0; at < 26; at += 1) {
      await set(false)
      await set(true)
    }
    const seen: number[] = []
    for (let before: number | undefined; ;) {
      const { rows, next } = await listRightsChanges(ada, before)
      seen.push(...rows.map(({ id }) => id))
      if (next === null) break
      before = next
    }
    expect(seen.length).toBeGreaterThan(60)
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a))
  })

  it('is for administrators', async () => {
    await expect(listRightsChanges(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(listRightsChanges(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
  })
})
