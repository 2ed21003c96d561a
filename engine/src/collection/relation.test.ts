// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { holds } from '../condition/holds.ts'
import type { EntryRow } from '../condition/scope.ts'
import { check } from '../solution/check.ts'
import { modelOf } from '../solution/model.ts'
import { changed, library } from '../solution/testing/library.ts'
import { nobody, type Actor } from '../rights/actor.ts'
import { current, currentlyLinked, type RelationDefinition } from './relation.ts'

const relation: RelationDefinition = {
  from: 'reader',
  to: 'branch',
  kind: 'role',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
}
/** The library, whose memberships are relations. */
const linking = changed(library, (draft) => {
  const membership = draft.collections['membership']
  if (membership) membership.relation = relation
})
const row = (collection: `${string}.${string}`, id: string, values: EntryRow['values']): EntryRow => ({
  id,
  collection,
  state: null,
  number: null,
  title: null,
  owner: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  closedAt: null,
  values,
})
const at = (rows: readonly EntryRow[], actor: Actor = nobody()) => ({
  model: modelOf([linking]),
  actor,
  today: '2026-11-22',
  timeZone: 'Europe/Paris',
  world: {
    entry: (_: string, id: string) => rows.find((one) => one.id === id),
    referring: (_: string, field: string, id: string) => rows.filter(({ values }) => values[field] === id),
  },
})

describe('a relation is current', () => {
  it.each([
    [{}, true],
    [{ startsOn: '2026-11-22' }, true],
    [{ startsOn: '2026-11-23' }, false],
    [{ endsOn: '2026-11-22' }, true],
    [{ endsOn: '2026-11-21' }, false],
    [{ startsOn: '2026-01-01', endsOn: '2027-01-01' }, true],
  ])('within %j: %s', (days, holding) => {
    const entry = row('library.membership', 'm', days)
    expect(holds(current(relation), entry, { ...at([]), collection: 'library.membership' })).toBe(holding)
  })
})

describe('somebody is currently linked', () => {
  const [ana, marc, paul] = [
    '00000000-0000-4000-8000-00000000000a',
    '00000000-0000-4000-8000-00000000000b',
    '00000000-0000-4000-8000-00000000000c',
  ] as const
  const reader = row('library.reader', ana, {})
  const as = (personId: string): Actor => ({
    kind: 'person',
    personId,
    name: '',
    email: '',
    locale: 'fr',
    roles: [],
  })
  const links = [
    row('library.membership', 'm1', { reader: ana, branch: marc, role: 'master' }),
    row('library.membership', 'm2', { reader: ana, branch: marc, role: 'friend', endsOn: '2020-01-01' }),
    row('library.membership', 'm3', { reader: ana, branch: paul, role: 'master', endsOn: '2020-01-01' }),
  ]
  const linked = (who: string, kind: string) =>
    holds(currentlyLinked('membership[reader]', relation, kind), reader, {
      ...at(links, as(who)),
      collection: 'library.reader',
    })

  it('by one and the same relation: of the kind, of today, and with them', () => {
    expect(linked(marc, 'master')).toBe(true)
    expect(linked(marc, 'friend')).toBe(false)
    expect(linked(paul, 'master')).toBe(false)
  })
})

describe('a collection of relations', () => {
  const codes = (change: Parameters<typeof changed>[1]) =>
    check(changed(linking, change)).map(({ code, path }) => `${code} ${path}`)

  it('is sound when its parts are fields of the right types', () => {
    expect(check(linking)).toEqual([])
  })

  it('names fields that exist, of the right types', () => {
    const found = codes((draft) => {
      const membership = draft.collections['membership']
      if (membership) membership.relation = { ...relation, to: 'role', startsOn: 'since' }
    })
    expect(found).toEqual([
      'wrong-type collections.membership.relation.to',
      'unknown-field collections.membership.relation.startsOn',
    ])
  })

  it('is erased by nobody', () => {
    const found = codes((draft) => {
      draft.grants.push({ who: { kind: 'role', role: 'librarian' }, may: ['delete'], on: 'membership' })
    })
    expect(found).toEqual([`erased-relation grants[${linking.grants.length}].may`])
  })

  it('leads round to itself only within its own collection', () => {
    const found = codes((draft) => {
      const loan = draft.collections['loan']
      if (loan)
        loan.fields['branch'] = {
          type: 'reference',
          to: 'branch',
          acyclic: true,
          label: { fr: 'A', en: 'A' },
        }
    })
    expect(found).toEqual(['acyclic-elsewhere collections.loan.fields.branch.acyclic'])
  })
})
