// SPDX-License-Identifier: MIT
import { compare, defineSolution } from '@guichet/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { alumni, training } from '../../testing/training.ts'
import { changeEntry, listEntries, viewEntry } from '../entries/index.ts'
import { definitionsOf } from './definitions.ts'
import { installSolution } from './install-solution.ts'

let school: TestTenant
let ana: string
let registrar: Awaited<ReturnType<TestTenant['person']>>
let association: Awaited<ReturnType<TestTenant['person']>>
beforeAll(async () => {
  school = await aTenant({ solutions: [training] })
  const office = await school.organisation('Scolarité')
  // Entered before the other solution is installed: she stays on that release.
  ana = await school.entry('training.person', { name: 'Ana Costa', email: 'ana@courriel.example' })
  registrar = await school.person('Nadia Benaïssa', { registrar: office })
  await installSolution(school.system, alumni, 'tests')
  association = await school.person('Paul Sernin', { 'alumni.secretary': office })
})
afterAll(() => school.close())

const list = (actor: typeof registrar, where = compare('graduationYear', 'eq', 2027)) =>
  listEntries(school.as(actor), { collection: 'training.person', where })

it('asks what is added also of what was there before, and finds it', async () => {
  const { version } = await viewEntry(school.as(registrar), ana)
  await changeEntry(school.as(registrar), { id: ana, version, values: { graduationYear: 2027 } })
  expect((await list(registrar)).rows.map(({ title }) => title)).toEqual(['Ana Costa'])
  expect((await list(association)).rows).toMatchObject([
    { values: { name: 'Ana Costa', graduationYear: 2027 } },
  ])
})

it('gives nobody more of the fields that were there', async () => {
  const { rows } = await list(association)
  expect(Object.keys(rows[0]?.values ?? {})).toEqual(['name', 'graduationYear'])
  const entry = await viewEntry(school.as(association), ana)
  const edit = { id: ana, version: entry.version, values: { email: 'autre@courriel.example' } }
  await expect(changeEntry(school.as(association), edit)).rejects.toMatchObject({ code: 'invalid-input' })
})

it('is hidden once the solution adds it no more, and comes back with its values', async () => {
  const { extends: _extends, ...without } = alumni
  await installSolution(school.system, defineSolution({ ...without, roles: {} }), 'tests')
  const fields = (await definitionsOf(school.platform)).model.collections.get('training.person')?.fields
  expect(Object.keys(fields ?? {})).toEqual(['name', 'email'])
  await expect(viewEntry(school.as(association), ana)).rejects.toMatchObject({ code: 'not-found' })

  await installSolution(school.system, alumni, 'tests')
  expect((await list(association)).rows).toMatchObject([{ values: { graduationYear: 2027 } }])
})
