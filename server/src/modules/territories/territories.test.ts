// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { training } from '../../testing/training.ts'
import { changeEntry, listEntries, viewEntry } from '../entries/index.ts'
import { actorOf } from '../people/index.ts'
import { importTerritories } from './index.ts'

let country: TestTenant
beforeAll(async () => {
  country = await aTenant({ solutions: [training] })
})
afterAll(() => country.close())

const importing = (text: string) => importTerritories(country.system, Buffer.from(text))
const regions =
  'REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n93,13055,0,PROVENCE,Provence,"Provence-Alpes-Côte d’Azur"\n'
const departments =
  'DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n13,93,13055,4,BOUCHES DU RHONE,Bouches-du-Rhône,Bouches-du-Rhône\n'
const communes = [
  'TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT',
  'COM,13001,93,13,13D,131,1,AIX,Aix,Aix-en-Provence,1398,',
  'COM,13055,93,13,13D,133,0,MARSEILLE,Marseille,Marseille,1399,',
  'ARM,13201,93,13,,,0,MARSEILLE 1,Marseille 1er,Marseille 1er Arrondissement,,13055',
  'COMD,13999,93,13,,,0,ANCIENNE,Ancienne,Ancienne,,13001',
].join('\n')

const named = async (code: string) => {
  const { rows } = await listEntries(country.system, {
    collection: 'training.territory',
    filters: [{ field: 'code', op: 'eq', value: code }],
  })
  return rows[0]
}

describe('the official geographic code', () => {
  it('is imported file by file, each territory within its parent, former communes left out', async () => {
    expect(await importing(regions)).toEqual({ ok: true, made: 1, changed: 0, same: 0 })
    expect(await importing(departments)).toMatchObject({ ok: true, made: 1 })
    expect(await importing(communes)).toMatchObject({ ok: true, made: 3 })
    const marseille = await named('13055')
    expect(marseille).toMatchObject({ title: 'Marseille', values: { parent: (await named('13'))?.id } })
    expect((await named('13201'))?.values['parent']).toBe(marseille?.id)
    expect(await named('13999')).toBeUndefined()
  })

  it('changes nothing when imported again, and what differs when it has changed', async () => {
    expect(await importing(communes)).toEqual({ ok: true, made: 0, changed: 0, same: 3 })
    expect(await importing(communes.replace('Aix-en-Provence', 'Aix'))).toMatchObject({ changed: 1, same: 2 })
    expect(await named('13001')).toMatchObject({ title: 'Aix' })
    const found = await listEntries(country.system, {
      collection: 'training.territory',
      sort: 'title',
      limit: 2,
    })
    expect(found.next).not.toBeNull()
  })

  it('takes in a plain table what it lacks', async () => {
    const table = 'nature;code;nom;nature_parent;code_parent\ncanton;1398;Aix-en-Provence-1;department;13\n'
    expect(await importing(table)).toMatchObject({ ok: true, made: 1 })
    expect(await importing(communes.replace('Aix-en-Provence', 'Aix'))).toMatchObject({ changed: 1 })
    expect((await named('13001'))?.values['parent']).toBe((await named('1398'))?.id)
  })

  it.each([
    ['nothing', '', 1, /aucun territoire/],
    ['other columns', 'a,b\n1,2\n', 1, /ni celles du code officiel/],
    ['a parent that is nowhere', departments.replace('13,93', '75,11'), 2, /importez-le d’abord/],
    ['a code twice', `${regions}93,1,0,X,X,Y\n`, 3, /déjà à la ligne 2/],
    ['a kind unknown here', 'nature;code;nom\nplanète;1;Mars\n', 2, /n’existe pas ici/],
    ['no name', 'nature;code;nom\nregion;1;\n', 2, /manque/],
  ])('refuses %s, says on which line, and changes nothing', async (_, text, line, why) => {
    const before = (await listEntries(country.system, { collection: 'training.territory' })).rows.length
    const outcome = await importing(text)
    expect(outcome).toMatchObject({ ok: false, faults: [{ line }] })
    if (!outcome.ok) expect(outcome.faults[0]?.text.fr).toMatch(why)
    expect((await listEntries(country.system, { collection: 'training.territory' })).rows).toHaveLength(
      before,
    )
  })

  it('is refused to who may not enter territories', async () => {
    const passerby = await country.person('Paul Sernin')
    const content = Buffer.from(regions)
    await expect(importTerritories(country.as(passerby), content)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(importTerritories(country.nobody, content)).rejects.toMatchObject({
      code: 'sign-in-required',
    })
  })

  it('is imported whole beyond what one statement takes', async () => {
    const lines = Array.from(
      { length: 1_200 },
      (_, at) => `commune;A${String(at).padStart(4, '0')};Commune ${at};department;13`,
    )
    const outcome = await importing(['nature;code;nom;nature_parent;code_parent', ...lines].join('\n'))
    expect(outcome).toMatchObject({ ok: true, made: 1_200 })
    expect((await named('A1199'))?.values['parent']).toBe((await named('13'))?.id)
  })
})

describe('a role limited to territories', () => {
  it('reaches what lies in them at any depth, and nothing beside', async () => {
    const [aix, region] = [await named('13001'), await named('93')]
    const corsica = await country.entry('training.territory', { kind: 'region', code: '94', name: 'Corse' })
    const school = await country.organisation('École d’Aix', { territory: aix?.id })
    await country.organisation('École de Bastia', { territory: corsica })
    const { personId } = await country.person('Inès Faure')
    const membership = { person: personId, organisation: school, role: 'training.inspector' }
    await country.entry('training.membership', { ...membership, territories: [region?.id] })
    const actor = await actorOf(country.platform, personId)
    if (!actor) throw new Error('Inès is in the directory')
    const seen = await listEntries(country.as(actor), { collection: 'training.organisation' })
    expect(seen.rows.map(({ title }) => title)).toEqual(['École d’Aix'])
  })
})

describe('a reference that never comes round', () => {
  it('is refused when it would lead back to its entry, directly or through others', async () => {
    const [old, next] = [await country.organisation('École A'), await country.organisation('École B')]
    const change = async (id: string, values: Record<string, unknown>) => {
      const { version } = await viewEntry(country.system, id)
      return changeEntry(country.system, { id, version, values })
    }
    await change(next, { predecessors: [old] })
    const cycle = { data: { fields: [{ path: 'predecessors', code: 'reference_cycle' }] } }
    await expect(change(old, { predecessors: [next] })).rejects.toMatchObject(cycle)
    await expect(change(old, { predecessors: [old] })).rejects.toMatchObject(cycle)
    await change(next, { parent: old })
    await expect(change(old, { parent: next })).rejects.toMatchObject({
      data: { fields: [{ path: 'parent', code: 'reference_cycle' }] },
    })
  })
})
