// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { compare } from '../condition/condition.ts'
import { planPublicationAmong } from '../publication/plan-among.ts'
import { mayDo, readableFields } from '../rights/decide.ts'
import { grantsOf } from '../rights/grants-of.ts'
import type { Actor } from '../rights/actor.ts'
import { check } from './check.ts'
import { extended } from './extend.ts'
import { modelOf } from './model.ts'
import { exportSolution, importSolution } from './serialise.ts'
import { defineSolution, type Solution } from './solution.ts'
import { changed, library } from './testing/library.ts'

const text = (fr: string, en: string) => ({ fr, en })

/** A school whose pupils are readers of the library. */
const school: Solution = defineSolution({
  key: 'school',
  title: text('École', 'School'),
  summary: text('Les élèves lecteurs', 'Pupils who read'),
  uses: ['library'],
  roles: { teacher: { title: text('Enseignante', 'Teacher'), space: 'desk' } },
  collections: {
    class: {
      title: text('Classe', 'Class'),
      titlePlural: text('Classes', 'Classes'),
      entryTitle: '{{ entry.name }}',
      fields: { name: { type: 'text', label: text('Nom', 'Name'), required: true } },
    },
  },
  forms: {},
  grants: [{ who: { kind: 'role', role: 'teacher' }, may: ['list', 'read'], on: 'class' }],
  extends: {
    'library.reader': {
      fields: {
        class: { type: 'reference', to: 'class', label: text('Classe', 'Class') },
        graduationYear: { type: 'integer', label: text('Promotion', 'Graduation year') },
      },
      grants: [
        {
          who: { kind: 'role', role: 'teacher' },
          may: ['list', 'read'],
          where: compare('graduationYear', 'gte', 2026),
          fields: { read: ['name', 'graduationYear'] },
        },
        { who: { kind: 'role', role: 'library.librarian' }, may: ['read'], fields: { read: ['class'] } },
      ],
    },
  },
})

/** The library, whose librarians read all of a reader. */
const reading = changed(library, (draft) => {
  draft.grants.push({ who: { kind: 'role', role: 'librarian' }, may: ['list', 'read', 'edit'], on: 'reader' })
})

const problemsOf = (extension: NonNullable<Solution['extends']>, others: Solution[] = [reading]) =>
  check({ ...school, extends: extension }, others).map(({ code, path }) => `${code} ${path}`)
const field = { type: 'text', label: text('Note', 'Note') } as const

describe('a solution that extends a collection of another one', () => {
  it('is sound, also once exported and imported', () => {
    expect(check(school, [reading])).toEqual([])
    expect(check(reading, [school])).toEqual([])
    expect(importSolution(exportSolution(school))).toEqual({ ok: true, solution: school })
  })

  it('adds its fields after those that are there, with its own names read at home', () => {
    const fields = modelOf([school, reading]).collections.get('library.reader')?.fields
    expect(Object.keys(fields ?? {})).toEqual(['name', 'email', 'class', 'graduationYear'])
    expect(fields?.['class']).toMatchObject({ to: 'school.class' })
  })

  it('lets conditions of any solution walk through them', () => {
    const visiting = changed(reading, (draft) => {
      draft.grants.push({
        who: { kind: 'role', role: 'librarian' },
        may: ['list'],
        on: 'reader',
        where: compare('class.name', 'eq', 'CM2'),
      })
    })
    expect(check(visiting, [school])).toEqual([])
  })

  it('leaves a solution that nobody extends as it is', () => {
    expect(extended(reading, [reading])).toBe(reading)
  })
})

describe('the rights on what is added', () => {
  const holder = (role: string): Actor => ({
    kind: 'person',
    personId: 'someone',
    name: 'Nadia Benaïssa',
    email: 'nadia@library.example',
    locale: 'fr',
    roles: [{ role, organisation: 'o' }],
  })
  const composed = extended(reading, [school])
  const reader = composed.collections['reader']
  if (!reader) throw new Error('the library has readers')
  const held = (role: string) => grantsOf(composed, 'reader', holder(role))

  it('are those that the extension gives, to roles of both solutions', () => {
    expect([...readableFields(held('school.teacher'), reader)]).toEqual(['name', 'graduationYear'])
    expect([...readableFields(held('library.librarian'), reader)]).toEqual(['name', 'email', 'class'])
  })

  it('leave the rest of the extended solution’s grants as they were', () => {
    expect(mayDo(held('library.librarian'), 'edit')).toBe(true)
    expect(mayDo(held('school.teacher'), 'edit')).toBe(false)
    expect(grantsOf(composed, 'loan', holder('library.librarian'))).toEqual(
      grantsOf(reading, 'loan', holder('library.librarian')),
    )
  })
})

describe('an approval that an extension asks for', () => {
  it('is the circuit of the solution that extends, decided by its own roles', () => {
    const asking = changed(school, (draft) => {
      const who = { kind: 'role', role: 'teacher' } as const
      draft.circuits = {
        check: { title: text('Accord', 'Approval'), levels: [{ title: text('Un', 'One'), who }] },
      }
      const part = draft.extends?.['library.reader']
      part?.grants?.push({
        who,
        may: ['read', 'edit'],
        approval: 'check',
        fields: { read: 'all', write: ['graduationYear'] },
      })
    })
    expect(check(asking, [reading])).toEqual([])
    const composed = extended(reading, [asking])
    expect(composed.grants.at(-1)).toMatchObject({ approval: 'school.check', on: 'reader' })
    expect(composed.circuits?.['school.check']?.levels[0]?.who).toEqual({
      kind: 'role',
      role: 'school.teacher',
    })
  })
})

describe('an extension is refused', () => {
  it.each([
    [
      'of a collection that is not there',
      { 'library.shelf': { fields: { note: field } } },
      'unknown-collection',
    ],
    ['of a collection of its own', { 'school.class': { fields: { note: field } } }, 'unknown-collection'],
    ['with a name that is taken', { 'library.reader': { fields: { email: field } } }, 'added-twice'],
    ['with a name of the system', { 'library.reader': { fields: { owner: field } } }, 'system-name'],
    [
      'with a field that must be filled in',
      { 'library.reader': { fields: { note: { ...field, required: true } } } },
      'added-required',
    ],
    [
      'with a reference to nothing',
      {
        'library.reader': { fields: { note: { type: 'reference' as const, to: 'cat', label: field.label } } },
      },
      'unknown-collection',
    ],
    [
      'with a right for a role of nobody',
      {
        'library.reader': {
          fields: { note: field },
          grants: [{ who: { kind: 'role' as const, role: 'library.ghost' }, may: ['read' as const] }],
        },
      },
      'unknown-role',
    ],
  ])('%s', (_, extension, code) => {
    expect(problemsOf(extension).map((problem) => problem.split(' ')[0])).toContain(code)
  })

  it('of a solution that it does not use', () => {
    const { uses: _uses, ...alone } = school
    expect(check(alone, [reading]).map(({ code }) => code)).toContain('extends-unused')
  })

  it('with a field that a third solution adds already', () => {
    const other = { ...school, key: 'college' }
    expect(problemsOf(school.extends ?? {}, [reading, other])).toContain(
      'added-twice extends.library.reader.fields.graduationYear',
    )
  })

  it('when the extended solution takes the name, or the collection away', () => {
    const taking = changed(reading, (draft) => {
      const reader = draft.collections['reader']
      if (reader) reader.fields['graduationYear'] = { ...field }
    })
    expect(check(taking, [school]).map(({ code }) => code)).toContain('added-twice')
    const { reader: _reader, ...others } = reading.collections
    const without = check({ ...reading, collections: others }, [school])
    expect(without.map(({ code }) => code)).toContain('extended-collection')
  })
})

describe('publishing an extension', () => {
  const plan = (before: Solution | undefined, after: Solution) =>
    planPublicationAmong({ before, after, others: [reading] })

  it('adds columns to the extended table, and says so under the place where they are written', () => {
    const { steps, summary } = plan(undefined, school)
    expect(steps).toContainEqual({
      kind: 'add-column',
      table: 'library_reader',
      column: { name: 'graduation_year', type: 'bigint' },
    })
    expect(steps.filter(({ table }) => table === 'library_loan')).toEqual([])
    expect(summary.map(({ path }) => path)).toContain('extends.library.reader.fields.graduationYear')
  })

  it('keeps the column of a field that is given up', () => {
    const { extends: _extends, ...without } = school
    expect(plan(school, without).steps).toContainEqual({
      kind: 'keep-column',
      table: 'library_reader',
      column: 'graduation_year',
    })
  })

  it('refuses a field that comes back as another type, where it is written', () => {
    const changing = changed(school, (draft) => {
      const part = draft.extends?.['library.reader']
      if (part) part.fields['graduationYear'] = { ...field }
    })
    expect(plan(school, changing).refusals.map(({ path }) => path)).toEqual([
      'extends.library.reader.fields.graduationYear',
    ])
  })
})
