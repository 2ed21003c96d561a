// SPDX-License-Identifier: MIT
/* oxlint-disable typescript/no-non-null-assertion -- a change that misses its target throws, and the test fails */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, compare, compareToday } from '../condition/condition.ts'
import type { Field } from '../field-types/registry.ts'
import type { Solution } from '../solution/solution.ts'
import { changed, library, type Draft } from '../solution/testing/library.ts'
import { planToSql } from './ddl.ts'
import { expectedTables, type Table, type Tables } from './expected-schema.ts'
import { expectedIndexes, indexName } from './indexes.ts'
import { planPublication, type Plan } from './plan.ts'

const label = { fr: 'Essai', en: 'Trial' }
type Change = (draft: Draft<Solution>) => void
const fieldsOf = (draft: Draft<Solution>) => draft.collections['loan']!.fields

/** What the tables are once the plan is done. */
function applied(before: Tables, plan: Plan): Tables {
  const tables = new Map<string, Table>(before)
  for (const step of plan.steps) {
    const table = tables.get(step.table) ?? { columns: new Map(), indexes: new Map() }
    if (step.kind === 'create-table') {
      tables.set(step.table, {
        ...table,
        columns: new Map(step.columns.map(({ name, type }) => [name, type])),
      })
    } else if (step.kind === 'add-column') {
      tables.set(step.table, {
        ...table,
        columns: new Map([...table.columns, [step.column.name, step.column.type]]),
      })
    } else if (step.kind === 'create-index') {
      tables.set(step.table, {
        ...table,
        indexes: new Map([...table.indexes, [step.index.name, step.index]]),
      })
    }
  }
  return tables
}

const changes: readonly Change[] = [
  (d) => (fieldsOf(d)['pages'] = { type: 'integer', label }),
  (d) => (fieldsOf(d)['authors'] = { type: 'choices', label, options: [{ value: 'zola', label }] }),
  (d) => delete fieldsOf(d)['weeks'],
  (d) => delete d.collections['loan'],
  (d) =>
    (d.collections['shelf'] = {
      title: label,
      titlePlural: label,
      entryTitle: 'x',
      fields: { name: { type: 'text', label } },
    }),
  (d) => (d.views!['mine']!.sort = 'weeks'),
  (d) => (fieldsOf(d)['second'] = { type: 'references', to: 'branch', label }),
]

describe('the plan of a publication', () => {
  it('brings the tables to what the solution expects, whatever they were', () => {
    const subset = fc.subarray([...changes])
    fc.assert(
      fc.property(subset, subset, (first, second) => {
        const make = (some: readonly Change[]) =>
          changed(library, (draft) => {
            for (const change of some) if (draft.collections['loan']) change(draft)
          })
        const [before, after] = [make(first), make(second)]
        const tables = applied(expectedTables(before), planPublication(before, after))
        for (const [name, { columns, indexes }] of expectedTables(after)) {
          expect([...(tables.get(name)?.columns ?? [])]).toEqual(expect.arrayContaining([...columns]))
          expect([...(tables.get(name)?.indexes.keys() ?? [])]).toEqual(
            expect.arrayContaining([...indexes.keys()]),
          )
        }
        expect(
          planPublication(after, after, tables).steps.filter(({ kind }) => !kind.startsWith('keep')),
        ).toEqual([])
      }),
    )
  })

  it('has nothing to do when nothing changes', () => {
    expect(planPublication(library, library)).toEqual({ steps: [], refusals: [], summary: [] })
  })

  it('keeps the column of a field that is taken out', () => {
    const plan = planPublication(
      library,
      changed(library, (d) => delete fieldsOf(d)['weeks']),
    )
    expect(plan.steps).toEqual([{ kind: 'keep-column', table: 'library_loan', column: 'weeks' }])
    expect(plan.summary).toEqual([
      {
        change: 'hidden',
        part: 'field',
        path: 'collections.loan.fields.weeks',
        title: library.collections['loan']?.fields['weeks']?.label,
      },
    ])
  })

  it('stores nothing for a block of information', () => {
    expect(expectedTables(library).get('library_loan')?.columns.has('advice')).toBe(false)
  })

  it('says which rights are given and which are taken away', () => {
    const plan = planPublication(
      library,
      changed(library, (d) => (d.grants[0]!.may = ['create', 'read'])),
    )
    expect(plan.summary).toEqual([
      { change: 'added', part: 'grant', path: 'grants[0]' },
      { change: 'hidden', part: 'grant', path: 'grants[0]' },
    ])
  })

  it.each<[string, Field]>([
    ['weeks', { type: 'text', label }],
    ['book', { type: 'choices', label, options: [{ value: 'nana', label }] }],
    ['place', { type: 'group', label, itemLabel: label, fields: { a: { type: 'text', label } } }],
    ['branch', { type: 'reference', to: 'reader', label }],
  ])('refuses to change %s into something its values are not', (name, field) => {
    const after = changed(library, (d) => (fieldsOf(d)[name] = structuredClone(field) as Draft<Field>))
    const { refusals } = planPublication(library, after)
    expect(refusals.map(({ path }) => path)).toEqual([`collections.loan.fields.${name}`])
  })

  it('refuses a field that comes back with another type than its old column', () => {
    const without = changed(library, (d) => delete fieldsOf(d)['weeks'])
    const back = changed(library, (d) => (fieldsOf(d)['weeks'] = { type: 'boolean', label }))
    const existing = expectedTables(library)
    expect(planPublication(without, back).refusals).toEqual([])
    expect(planPublication(without, back, existing).refusals.map(({ path }) => path)).toEqual([
      'collections.loan.fields.weeks',
    ])
  })

  it('accepts a type that stores the same thing', () => {
    const after = changed(library, (d) => (fieldsOf(d)['book'] = { type: 'long_text', label }))
    expect(planPublication(library, after).refusals).toEqual([])
  })
})

describe('the indexes', () => {
  const indexes = (solution: Solution) => [
    ...(expectedTables(solution).get('library_loan')?.indexes.keys() ?? []),
  ]

  it('serve states, dates, owners, references, sorts and conditions', () => {
    expect(indexes(library)).toEqual([
      'library_loan_state_created_at_id_idx',
      'library_loan_created_at_id_idx',
      'library_loan_owner_id_created_at_id_idx',
      'library_loan_book_id_idx',
      'library_loan_branch_created_at_id_idx',
    ])
  })

  it('find what is late among what is open, where a view says that its entries are not closed', () => {
    const late = changed(library, (draft) => {
      draft.views!['late'] = {
        collection: 'loan',
        title: { fr: 'En retard', en: 'Late' },
        roles: ['librarian'],
        columns: ['book'],
        where: all(compare('closedAt', 'empty'), compareToday('createdAt', 'lt', -30)),
        sort: 'createdAt',
      }
    })
    const added = expectedIndexes(late, 'loan').filter(({ openOnly }) => openOnly)
    expect(added.map(({ name }) => name)).toEqual(['library_loan_created_at_id_open_idx'])
    const sqlOf = planToSql({
      steps: added.map((index) => ({ kind: 'create-index', table: 'library_loan', index })),
    })
    expect(sqlOf[0]).toContain('where deleted_at is null and closed_at is null')
  })

  it('never hold a text too long for an index entry', () => {
    const long = changed(library, (d) => {
      fieldsOf(d)['book'] = { type: 'long_text', label }
      d.grants[4]!.where = { kind: 'compare', path: 'book', op: 'filled' }
    })
    expect(indexes(long)).not.toContain('library_loan_book_created_at_id_idx')
  })

  it('keep two long names apart', () => {
    const [one, two] = [indexName(`${'a'.repeat(70)}_x`), indexName(`${'a'.repeat(70)}_y`)]
    expect(one).toHaveLength(63)
    expect(one).not.toBe(two)
  })
})

describe('the SQL of a plan', () => {
  const sql = planToSql(planPublication(undefined, library))

  it('makes one table a collection, tied to the registry', () => {
    expect(sql.filter((statement) => statement.startsWith('create table'))).toHaveLength(4)
    expect(sql.find((statement) => statement.includes('"library_loan" ('))).toContain(
      '"id" uuid primary key references public.entries (id)',
    )
  })

  it('can be run twice', () => {
    expect(sql.filter((statement) => !statement.includes('if not exists'))).toEqual([])
  })

  it('quotes what it names', () => {
    const step = { kind: 'add-column', table: 'a"b', column: { name: 'x" int; drop', type: 'text' } } as const
    expect(planToSql({ steps: [step] })).toEqual([
      'alter table data."a""b" add column if not exists "x"" int; drop" text',
    ])
  })
})
