// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { training } from '../../testing/training.ts'
import { createEntry, entryHistory, listEntries } from '../entries/index.ts'
import { actorProvenBy } from '../people/index.ts'
import { listProfiles } from './index.ts'

let town: TestTenant
let school: string
let college: string
let workshop: string
let fatou: string
beforeAll(async () => {
  town = await aTenant({ solutions: [training] })
  school = await town.organisation('École Jules-Ferry')
  workshop = await town.organisation('Atelier', { parent: school })
  college = await town.organisation('Collège Colette')
  const { personId } = await town.person('Fatou Diarra', { registrar: workshop })
  fatou = personId
  await town.entry('training.membership', {
    person: fatou,
    organisation: college,
    role: 'training.secretary',
  })
})
afterAll(() => town.close())

/** The person as a session that chose this profile makes them. */
async function under(profile: string | null, personId = fatou) {
  const proof = sql<object>`select ${personId}::uuid as person_id, ${profile}::text as profile`
  const found = await actorProvenBy(town.platform, proof, 'fr', { profiled: true })
  if (!found) throw new Error('nobody')
  return found.actor
}
const rolesUnder = async (profile: string | null) => (await under(profile)).roles.map(({ role }) => role)

describe('a person with roles in two bodies', () => {
  it('may act in each, at the top of what it belongs to, or for themselves, and has to say', async () => {
    const { choices, mustChoose } = await listProfiles(town.as(await under(null)))
    expect(mustChoose).toBe(true)
    expect(choices.map(({ name, roles }) => [name, ...roles.map(({ fr }) => fr)])).toEqual([
      ['Collège Colette', 'Secrétariat'],
      ['École Jules-Ferry', 'Scolarité'],
      [null],
    ])
  })

  it('has the roles of all of them until they choose', async () => {
    expect((await rolesUnder(null)).toSorted()).toEqual(['training.registrar', 'training.secretary'])
  })

  it('has under a profile the roles held in that body and in what belongs to it', async () => {
    expect(await rolesUnder(school)).toEqual(['training.registrar'])
    expect(await rolesUnder(college)).toEqual(['training.secretary'])
  })

  it('keeps for themselves no role that opens a desk', async () => {
    expect(await rolesUnder('personal')).toEqual(['training.secretary'])
  })

  it('sees and does what the profile allows, which the history tells', async () => {
    const asked = { collection: 'training.report', values: { subject: 'Bilan' } } as const
    await expect(createEntry(town.as(await under(college)), asked)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const { id } = await createEntry(town.as(await under(school)), asked)
    const seen = await listEntries(town.as(await under(college)), { collection: 'training.report' })
    expect(seen.rows).toEqual([])
    const [line] = await entryHistory(town.as(await under(school)), id)
    expect(line).toMatchObject({
      actor: { name: 'Fatou Diarra' },
      profile: { kind: 'organisation', name: 'École Jules-Ferry' },
    })
  })
})

describe('a profile', () => {
  it('is not asked of somebody of one body, who may still put their role aside', async () => {
    const { personId } = await town.person('Nadia Benaïssa', { registrar: school })
    const profiles = await listProfiles(town.as(await under(null, personId)))
    expect(profiles.mustChoose).toBe(false)
    expect(profiles.choices.map(({ value }) => value)).toEqual([school, 'personal'])
    expect((await under('personal', personId)).roles).toEqual([])
  })

  it('is nothing to choose for somebody without a role, nor for nobody', async () => {
    const elise = await town.person('Élise Courrière')
    expect((await listProfiles(town.as(elise))).choices).toEqual([])
    await expect(listProfiles(town.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
  })

  it('gives no role of a body in which they hold none', async () => {
    expect(await rolesUnder(await town.organisation('Lycée Curie'))).toEqual([])
  })
})
