// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aKeptClub, type KeptClub } from '../../testing/kept-club.ts'
import { offersFor } from '../views/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import {
  endOrganisation,
  identityForm,
  importOrganisations,
  listOrganisations,
  saveIdentity,
} from './index.ts'
import { readCsv } from './read-csv.ts'

let town: KeptClub
beforeAll(async () => {
  town = await aKeptClub()
})
afterAll(() => town.tenant.close())

const names = async () => (await listOrganisations(town.admin)).rows.map(({ name }) => name)

/** What the desk may choose when it gives a licence to a team. */
async function offered(): Promise<string[]> {
  const { model } = await definitionsOf(town.tenant.platform)
  const team = model.collections.get('club.licence')?.fields['team']
  if (!team) throw new Error('a licence has no team')
  const offers = await offersFor(town.secretary, 'club.licence', { team })
  return (offers['team'] ?? []).map(({ label }) => label)
}

describe('an organisation of the list', () => {
  it('is made and changed by the fields of the installed directory', async () => {
    const { fields } = await identityForm(town.admin, { kind: 'organisation' })
    expect(fields.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['name', 'email', 'phone', 'kind', 'startsOn', 'endsOn']),
    )
    const form = { name: ['Les Rouges'], email: ['rouges@plassans.example'], kind: ['adult'] }
    const id = await saveIdentity(town.admin, { kind: 'organisation', version: 0, form })
    const { values, version } = await identityForm(town.admin, { kind: 'organisation', id })
    expect(values).toMatchObject(form)
    await saveIdentity(town.admin, {
      kind: 'organisation',
      id,
      version,
      form: { ...form, name: ['Les Rouges et Noirs'] },
    })
    expect(await names()).toContain('Les Rouges et Noirs')
    const stale = saveIdentity(town.admin, { kind: 'organisation', id, version, form })
    await expect(stale).rejects.toMatchObject({ code: 'entry-changed' })
  })

  it('has a mailbox that could be one', async () => {
    const form = { name: ['Les Bleus'], email: ['bleus'] }
    const saving = saveIdentity(town.admin, { kind: 'organisation', version: 0, form })
    await expect(saving).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'email' }] },
    })
  })

  it('is ended without being erased: the desk is not offered it any more, until it is back', async () => {
    const id = await town.tenant.organisation('Les Verts')
    expect(await offered()).toContain('Les Verts')
    await endOrganisation(town.admin, { id, ended: true })
    expect(await offered()).not.toContain('Les Verts')
    const ended = (await listOrganisations(town.admin)).rows.find((row) => row.id === id)
    expect(ended).toMatchObject({ offered: 'ended', endsOn: '2026-11-20' })
    await endOrganisation(town.admin, { id, ended: false })
    expect(await offered()).toContain('Les Verts')
  })

  it('is not offered before its day', async () => {
    const id = await town.tenant.organisation('Les Futurs', { startsOn: '2026-12-01' })
    expect(await offered()).not.toContain('Les Futurs')
    expect((await listOrganisations(town.admin)).rows.find((row) => row.id === id)?.offered).toBe('later')
  })
})

describe('a table of organisations', () => {
  it('is entered by the labels of the fields, in either language, in any order', async () => {
    const table =
      '\uFEFFcourriel;NOM;Category;Jusqu’au\r\n"eau@plassans.example";"Eau ; assainissement";Adults;31/12/2030\r\n\r\n;Forêts;jeunes;\r\n'
    expect(await importOrganisations(town.admin, table)).toEqual({ ok: true, made: 2 })
    const { rows } = await listOrganisations(town.admin, { search: undefined })
    expect(rows.find(({ name }) => name === 'Eau ; assainissement')).toMatchObject({
      email: 'eau@plassans.example',
      endsOn: '2030-12-31',
    })
  })

  it('is refused whole, each fault at its line and column', async () => {
    const before = await names()
    const table =
      'Nom,Courriel,Catégorie\nSports,sports@plassans.example,Adultes\n,x@plassans.example,\nÉcoles,écoles,\nSPORTS,,\nbureau,,\nMusée,,Anciens\n'
    const refused = await importOrganisations(town.admin, table)
    if (refused.ok) throw new Error('entered')
    expect(refused.faults.map(({ line, column, cell }) => [line, column, cell])).toEqual([
      [3, 'Nom', ''],
      [4, 'Courriel', 'écoles'],
      [5, 'Nom', 'SPORTS'],
      [6, 'Nom', 'bureau'],
      [7, 'Catégorie', 'Anciens'],
    ])
    for (const { text } of refused.faults) expect([text.fr, text.en].every(Boolean)).toBe(true)
    expect(await names()).toEqual(before)
  })

  it.each([
    ['', 1, null],
    ['Nom', 1, null],
    ['Nom;Couleur\nA;b', 1, 'Couleur'],
    ['Nom\n"A', 1, null],
    [`Nom\n${'A\n'.repeat(2_001)}`, 2_002, null],
  ])('%# is refused as a whole', async (table, line, column) => {
    expect(await importOrganisations(town.admin, table)).toMatchObject({
      ok: false,
      faults: [{ line, column }],
    })
  })
})

it('the list is kept by administrators alone', async () => {
  const acts: ((who: Context) => Promise<unknown>)[] = [
    (who) => listOrganisations(who),
    (who) => identityForm(who, { kind: 'organisation' }),
    (who) => saveIdentity(who, { kind: 'organisation', version: 0, form: {} }),
    (who) => endOrganisation(who, { id: town.office, ended: true }),
    (who) => importOrganisations(who, 'Nom\nA'),
  ]
  for (const act of acts) {
    await expect(act(town.secretary)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(act(town.tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
  }
})

describe('a table of values', () => {
  it.each([
    [
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n"1,5",2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a;b\n"dit ""oui""";"deux\nlignes"',
      [
        ['a', 'b'],
        ['dit "oui"', 'deux\nlignes'],
      ],
    ],
    ['a\n\n;\n1', [['a'], ['1']]],
  ])('%j is cut into lines and cells', (text, cells) => {
    expect(readCsv(text)?.map((line) => line.cells)).toEqual(cells)
  })

  it('counts the lines of the file, those inside quotes too', () => {
    expect(readCsv('a\n"x\ny"\n\nb')?.map(({ line }) => line)).toEqual([1, 2, 5])
  })
})
