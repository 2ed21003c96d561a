// SPDX-License-Identifier: MIT
import {
  compare,
  defineSolution,
  expectedTables,
  type Field,
  nobody,
  type Solution,
  system,
} from '@guichet/engine'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actingAs } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { createEntry, viewEntry } from '../entries/index.ts'
import { installSolution } from './index.ts'

let tenant: TestTenant
beforeAll(async () => (tenant = await aTenant({ solutions: [] })))
afterAll(() => tenant.close())

const label = { fr: 'Essai', en: 'Trial' }
const options = [{ value: 'x', label }]

/** A kind of field, the SQL type of its column, and a value for it. */
const kinds = {
  text: { field: { type: 'text', label }, column: 'text', value: 'mot' },
  choice: { field: { type: 'choice', label, options }, column: 'text', value: 'x' },
  choices: { field: { type: 'choices', label, options }, column: 'text[]', value: ['x'] },
  integer: { field: { type: 'integer', label }, column: 'bigint', value: 7 },
  number: { field: { type: 'number', label }, column: 'numeric', value: 1.5 },
  date: { field: { type: 'date', label }, column: 'date', value: '2026-11-21' },
  boolean: { field: { type: 'boolean', label }, column: 'boolean', value: true },
  information: { field: { type: 'information', label, text: label }, column: null, value: undefined },
} as const satisfies Record<string, { field: Field; column: string | null; value: unknown }>
type Kind = keyof typeof kinds

/** One version of a solution: its fields, what its view sorts and filters by, and whether it has a second table. */
type Version = {
  readonly fields: Readonly<Record<string, Kind>>
  readonly sort: string | undefined
  readonly where: string | undefined
  readonly annex: boolean
}

const fieldKeys = ['first', 'secondOne', 'third', 'fourth'] as const
// Most keys keep one kind from version to version: fields come, leave and come back, and some are changed.
const usual: Record<(typeof fieldKeys)[number], Kind> = {
  first: 'text',
  secondOne: 'integer',
  third: 'date',
  fourth: 'choices',
}
const kindOf = (key: (typeof fieldKeys)[number]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(usual[key]) },
    { weight: 1, arbitrary: fc.constantFrom(...(Object.keys(kinds) as Kind[])) },
  )
const version: fc.Arbitrary<Version> = fc
  .record(Object.fromEntries(fieldKeys.map((key) => [key, kindOf(key)])), { requiredKeys: [] })
  .chain((fields) => {
    const stored = Object.keys(fields).filter((key) => kinds[fields[key] as Kind].column !== null)
    const some =
      stored.length > 0 ? fc.option(fc.constantFrom(...stored), { nil: undefined }) : fc.constant(undefined)
    return fc.record({
      fields: fc.constant(fields as Version['fields']),
      sort: some,
      where: some,
      annex: fc.boolean(),
    })
  })

function solutionOf(key: string, { fields, sort, where, annex }: Version): Solution {
  const named = Object.entries(fields).map(([name, kind]): [string, Field] => [name, kinds[kind].field])
  const sheet = { title: label, titlePlural: label, entryTitle: 'Fiche', fields: Object.fromEntries(named) }
  return defineSolution({
    key,
    title: label,
    summary: label,
    roles: { agent: { title: label, space: 'desk' } },
    collections: { sheet, ...(annex && { annex: sheet }) },
    forms: {},
    procedures: {},
    grants: [
      {
        who: { kind: 'role', role: 'agent' },
        may: ['list', 'read'],
        on: 'sheet',
        ...(where !== undefined && { where: compare(where, 'filled') }),
      },
    ],
    views: {
      all: {
        collection: 'sheet',
        title: label,
        roles: ['agent'],
        columns: ['createdAt'],
        ...(sort !== undefined && { sort }),
      },
    },
  })
}

/** The tables of the schema `data` that the database has: SQL type of each column, and names of the indexes. */
async function tablesOf(
  prefix: string,
): Promise<Map<string, { columns: Map<string, string>; indexes: Set<string> }>> {
  const tables = new Map<string, { columns: Map<string, string>; indexes: Set<string> }>()
  const { db } = tenant.platform
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'data'::regnamespace and c.relkind = 'r' and starts_with(c.relname, ${prefix})
      and a.attnum > 0
  `.execute(db)
  for (const { table, column, type } of rows) {
    const found = tables.get(table) ?? { columns: new Map<string, string>(), indexes: new Set<string>() }
    found.columns.set(column, type.replace('timestamp with time zone', 'timestamptz'))
    tables.set(table, found)
  }
  const indexes = await sql<{ table: string; index: string }>`
    select tablename as table, indexname as index from pg_indexes
    where schemaname = 'data' and starts_with(tablename, ${prefix})
  `.execute(db)
  for (const { table, index } of indexes.rows) tables.get(table)?.indexes.add(index)
  return tables
}

/** The fields of a version whose column is there with another type. */
function lossesOf({ fields, annex }: Version, known: ReadonlyMap<string, string>): string[] {
  const collections = annex ? ['sheet', 'annex'] : ['sheet']
  return collections.flatMap((collection) =>
    Object.entries(fields).flatMap(([key, kind]) => {
      const { column } = kinds[kind]
      const before = known.get(`${collection}.${key}`)
      return column !== null && before !== undefined && before !== column
        ? [`collections.${collection}.fields.${key}`]
        : []
    }),
  )
}

let trials = 0

it(
  'brings the database to what each version expects, loses no column and no value, and refuses what would',
  { timeout: 300_000 },
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 7 }), async (chain) => {
        trials += 1
        const key = `trial${trials}x`
        const known = new Map<string, string>()
        const filed: { id: string; values: Record<string, unknown> }[] = []
        for (const one of chain) {
          const solution = solutionOf(key, one)
          const losses = lossesOf(one, known)
          const outcome: unknown = await installSolution(tenant.system, solution, 'tests').catch(
            (error: unknown) => error,
          )
          if (losses.length > 0) {
            const errors = losses.map((path) => ({ path, code: 'would-lose-data' }))
            expect(outcome).toMatchObject({ code: 'invalid-solution', data: { errors } })
            continue
          }
          expect(outcome).toMatchObject({ solution })
          for (const collection of one.annex ? ['sheet', 'annex'] : ['sheet']) {
            for (const [field, kind] of Object.entries(one.fields)) {
              const { column } = kinds[kind]
              if (column !== null) known.set(`${collection}.${field}`, column)
            }
          }
          const tables = await tablesOf(key)
          for (const [name, expected] of expectedTables(solution)) {
            expect([...(tables.get(name)?.columns ?? [])]).toEqual(
              expect.arrayContaining([...expected.columns]),
            )
            expect([...(tables.get(name)?.indexes ?? [])]).toEqual(
              expect.arrayContaining([...expected.indexes.keys()]),
            )
          }
          for (const [path, type] of known) {
            const [collection = '', field = ''] = path.split('.')
            const column = field.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`)
            expect([path, tables.get(`${key}_${collection}`)?.columns.get(column)]).toEqual([path, type])
          }
          filed.push(await fileUnder(key, one))
        }
        for (const { id, values } of filed) {
          const { fields } = await viewEntry(tenant.system, id)
          const shown = fields.flatMap(({ key: name, value }) => (name in values ? [[name, value]] : []))
          expect(Object.fromEntries(shown)).toEqual(values)
        }
      }),
      { numRuns: 40 },
    ),
)

/** An entry of this version with a value in each of its fields. */
async function fileUnder(key: string, { fields }: Version) {
  const values = Object.fromEntries(
    Object.entries(fields).flatMap(([name, kind]) => {
      const { value } = kinds[kind]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  const request = { collection: `${key}.sheet` as const, values, owner: null, required: 'none' as const }
  const { id } = await createEntry(actingAs(tenant.platform, system), request)
  return { id, values }
}

it('leaves nothing of a publication that failed half-way', async () => {
  await installSolution(
    tenant.system,
    solutionOf('half', { fields: { first: 'text' }, sort: undefined, where: undefined, annex: false }),
    'tests',
  )
  const before = await tablesOf('half')
  await expect(
    installSolution(
      actingAs({ ...tenant.platform, ids: { next: () => 'no id' } }, nobody()),
      solutionOf('half', {
        fields: { first: 'text', third: 'date' },
        sort: 'third',
        where: undefined,
        annex: true,
      }),
      'tests',
    ),
  ).rejects.toThrow()
  expect(await tablesOf('half')).toEqual(before)
})
