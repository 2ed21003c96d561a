// SPDX-License-Identifier: MIT
import {
  actorAttributes,
  always,
  operatorsOf,
  presence,
  resolvePath,
  resolveRelation,
  systemValues,
  type Actor,
  type CollectionMask,
  type CollectionRef,
  type Comparable,
  type Condition,
  type ConditionValue,
  type Mask,
  type PathPlan,
  type Scalar,
} from '@guichet/engine'
import * as fc from 'fast-check'
import { collectionAt, collections, model, type FixtureRow } from './condition-to-sql.fixture.ts'

const rowsPerCollection = 8
const idAt = (place: number) => `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
const idOf = (ref: CollectionRef, row: number) => idAt(collections.indexOf(ref) * 100 + row)

/** Few values of each kind, so that sides often meet; among them those that trip comparisons. */
const pools: Readonly<Record<Comparable, readonly Scalar[]>> = {
  text: [
    'red',
    'blue',
    'Été',
    'ete indien',
    'cœur',
    'COEUR',
    '100 %',
    '100',
    '\\',
    '_',
    '',
    'asked',
    'given',
  ],
  number: [-1, 0, 0.1, 2, 2.5, 2_147_483_648, 1e15, -2_147_483_649],
  boolean: [true, false],
  date: ['2026-03-28', '2026-03-29', '2026-03-30', '1999-12-31'],
  datetime: [
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
    '2026-03-28T13:00:00.000Z',
  ],
  id: collections.flatMap((ref) => [0, 1, 2].map((row) => idOf(ref, row))),
}
const poolOf = (comparable: Comparable) => fc.constantFrom(...pools[comparable])
/** Literals that are not of the kind: no value, in both readers. */
const strange = fc.constantFrom<Scalar>(
  '2026-02-30',
  'no-such-id',
  'a\0b',
  Number.NaN,
  1,
  true,
  'x'.repeat(40),
)

export const aCollection = fc.constantFrom(...collections)

/** Every path of at most two hops, from each collection. */
const pathsFrom = new Map(collections.map((ref) => [ref, pathsWithin(ref, 2)]))
const relationsFrom = new Map(collections.map((ref) => [ref, relationsWithin(ref, 2)]))

function relationsWithin(ref: CollectionRef, hops: number): readonly { path: string; to: CollectionRef }[] {
  if (hops === 0) return []
  const first = [...forwardFrom(ref), ...backwardTo(ref)].flatMap((path) => {
    const relation = resolveRelation(model, ref, path)
    return relation.ok ? [{ path, to: relation.plan.collection }] : []
  })
  return first.flatMap((step) => [
    step,
    ...relationsWithin(step.to, hops - 1).map(({ path, to }) => ({ path: `${step.path}.${path}`, to })),
  ])
}

function forwardFrom(ref: CollectionRef): readonly string[] {
  return Object.keys(collectionAt(ref).fields)
}

function backwardTo(ref: CollectionRef): readonly string[] {
  return collections
    .flatMap((other) =>
      Object.keys(collectionAt(other).fields).flatMap((field) => [
        `${other.slice(other.indexOf('.') + 1)}[${field}]`,
        `${other}[${field}]`,
      ]),
    )
    .filter((path) => resolveRelation(model, ref, path).ok)
}

type Path = { readonly path: string; readonly plan: PathPlan }

function pathsWithin(ref: CollectionRef, hops: number): readonly Path[] {
  const ends = [{ path: '', to: ref }, ...relationsWithin(ref, hops)]
  return ends.flatMap(({ path, to }) =>
    terminalsOf(to).flatMap((terminal) => {
      const full = path === '' ? terminal : `${path}.${terminal}`
      const resolved = resolvePath(model, ref, full)
      return resolved.ok ? [{ path: full, plan: resolved.plan }] : []
    }),
  )
}

function terminalsOf(ref: CollectionRef): readonly string[] {
  const parts = ['label', 'citycode', 'lon', 'lastName', 'birthDate', 'accepted', 'at']
  const fields = Object.keys(collectionAt(ref).fields)
  return [
    ...Object.keys(systemValues),
    ...fields,
    ...fields.flatMap((field) => parts.map((part) => `${field}.${part}`)),
  ]
}

function aComparison(ref: CollectionRef): fc.Arbitrary<Condition> {
  const paths = pathsFrom.get(ref) ?? []
  const near = paths.filter(({ plan }) => plan.hops.length === 0)
  const path = fc.oneof(fc.constantFrom(...near), fc.constantFrom(...paths))
  return path.chain(({ path, plan }) => {
    const { comparable } = plan.terminal
    const operators = comparable ? operatorsOf[comparable] : presence
    return fc.constantFrom(...operators).chain((op) => {
      if (!comparable || op === 'empty' || op === 'filled')
        return fc.constant<Condition>({ kind: 'compare', path, op })
      return aValue(ref, comparable).map((value): Condition => ({ kind: 'compare', path, op, value }))
    })
  })
}

function aValue(ref: CollectionRef, comparable: Comparable): fc.Arbitrary<ConditionValue> {
  const alike = (pathsFrom.get(ref) ?? []).filter(({ plan }) => plan.terminal.comparable === comparable)
  const scalar = fc.oneof({ weight: 8, arbitrary: poolOf(comparable) }, { weight: 1, arbitrary: strange })
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .oneof(scalar, fc.array(scalar, { maxLength: 3 }))
        .map((value) => ({ kind: 'literal' as const, value })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...actorAttributes)
        .map((attribute) => ({ kind: 'actor' as const, attribute })),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: -1, max: 1 }).map((plusDays) => ({ kind: 'today' as const, plusDays })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...alike).map(({ path }) => ({ kind: 'path' as const, path })) },
  )
}

export function aCondition(ref: CollectionRef, depth = 2): fc.Arbitrary<Condition> {
  if (depth === 0) return aComparison(ref)
  const part = fc.oneof({ weight: 2, arbitrary: aComparison(ref) }, aCondition(ref, depth - 1))
  const relations = relationsFrom.get(ref) ?? []
  return fc.oneof(
    { weight: 3, arbitrary: aComparison(ref) },
    {
      weight: 1,
      arbitrary: fc.array(part, { maxLength: 3 }).map((parts): Condition => ({ kind: 'all', parts })),
    },
    {
      weight: 1,
      arbitrary: fc.array(part, { maxLength: 3 }).map((parts): Condition => ({ kind: 'any', parts })),
    },
    { weight: 2, arbitrary: part.map((part): Condition => ({ kind: 'not', part })) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...relations)
        .chain(({ path, to }) =>
          aCondition(to, depth - 1).map((where): Condition => ({ kind: 'exists', path, where })),
        ),
    },
  )
}

/** A mask that hides some rows, and some fields on some rows. */
export const aMask: fc.Arbitrary<Mask> = fc
  .tuple(...collections.map((ref) => fc.tuple(fc.constant(ref), aCollectionMask(ref))))
  .map((entries) => {
    const masks = new Map(entries)
    return (ref) => masks.get(ref) ?? { row: always, field: () => always }
  })

function aCollectionMask(ref: CollectionRef): fc.Arbitrary<CollectionMask> {
  const rule = fc.oneof(fc.constant(always), aComparison(ref))
  const fields = Object.keys(collectionAt(ref).fields)
  return fc.tuple(rule, ...fields.map(() => rule)).map(([row, ...rules]) => ({
    row,
    field: (key) => rules[fields.indexOf(key)] ?? always,
  }))
}

const aTeam = fc.nat({ max: rowsPerCollection }).map((row) => idOf('league.team', row))

export const anActor: fc.Arbitrary<Actor> = fc.oneof(
  fc.record({
    kind: fc.constant('person' as const),
    personId: fc.nat({ max: 2 }).map((row) => idOf('league.person', row)),
    name: fc.constant('Camille'),
    email: fc.constant('asked'),
    locale: fc.constant('fr' as const),
    roles: fc.array(
      fc.record({
        role: fc.constant('league.coach'),
        organisation: aTeam,
        territories: fc.array(fc.oneof(aTeam, fc.constant('100')), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
  }),
  fc.constantFrom<Actor>(
    { kind: 'nobody', locale: 'fr' },
    { kind: 'system', locale: 'fr' },
    {
      kind: 'link',
      linkId: idAt(0),
      purpose: 'league.player',
      entryId: idAt(1),
      email: 'given',
      name: 'Dominique',
      locale: 'en',
    },
  ),
)

export const manyRows: fc.Arbitrary<readonly FixtureRow[]> = fc
  .tuple(
    ...collections.map((ref) =>
      fc.tuple(...Array.from({ length: rowsPerCollection }, (_, row) => aRow(ref, row))),
    ),
  )
  .map((tables) => tables.flat())

function aRow(ref: CollectionRef, row: number): fc.Arbitrary<FixtureRow> {
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 })
  const text = poolOf('text') as fc.Arbitrary<string>
  const instant = poolOf('datetime') as fc.Arbitrary<string>
  const day = poolOf('date') as fc.Arbitrary<string>
  return fc.record({
    deleted: fc.integer({ min: 0, max: 7 }).map((chance) => chance === 0),
    entry: fc.record({
      id: fc.constant(idOf(ref, row)),
      collection: fc.constant(ref),
      state: maybe(fc.constantFrom('asked', 'given')),
      number: maybe(text),
      title: text,
      owner: maybe(someId('league.person')),
      createdAt: instant,
      updatedAt: instant,
      closedAt: maybe(instant),
      legalDueOn: maybe(day),
      values: fc.record(
        Object.fromEntries(
          Object.keys(collectionAt(ref).fields).map((key) => [key, maybe(aStoredValue(ref, key))]),
        ),
      ),
    }),
  })
}

/** Some of the ids belong to no row. */
function someId(ref: CollectionRef): fc.Arbitrary<string> {
  return fc.nat({ max: rowsPerCollection }).map((row) => idOf(ref, row))
}

/** A value such as the field's type stores. */
function aStoredValue(ref: CollectionRef, key: string): fc.Arbitrary<unknown> {
  const field = collectionAt(ref).fields[key]
  if (!field) throw new Error(`no field ${key} in ${ref}`)
  const text = poolOf('text')
  switch (field.type) {
    case 'reference':
      return someId(targetOf(ref, key))
    case 'references':
      return fc.uniqueArray(someId(targetOf(ref, key)), { maxLength: 3 })
    case 'group':
      return fc.array(fc.record({ minute: poolOf('number') }), { maxLength: 1 })
    case 'files':
      return fc.array(poolOf('id'), { maxLength: 1 })
    case 'choices':
      return fc.uniqueArray(fc.constantFrom('red', 'blue', 'green'), { maxLength: 3 })
    case 'number':
    case 'computed':
      return poolOf('number')
    case 'integer':
    case 'money':
      return fc.constantFrom(-1, 0, 2, 2_147_483_647)
    case 'boolean':
      return poolOf('boolean')
    case 'date':
      return poolOf('date')
    case 'datetime':
      return poolOf('datetime')
    case 'geo_point':
      return fc.record({ lon: poolOf('number'), lat: poolOf('number') })
    case 'address':
      return fc.record({ label: text, citycode: fc.option(text) }, { requiredKeys: ['label'] })
    case 'person_identity':
      return fc.record(
        { lastName: text, birthDate: fc.option(poolOf('date')) },
        { requiredKeys: ['lastName'] },
      )
    case 'consent':
      return fc.record({ accepted: poolOf('boolean'), at: poolOf('datetime') })
    default:
      return text
  }
}

function targetOf(ref: CollectionRef, key: string): CollectionRef {
  const relation = resolveRelation(model, ref, key)
  if (!relation.ok) throw new Error(`${key} of ${ref} refers to nothing`)
  return relation.plan.collection
}
