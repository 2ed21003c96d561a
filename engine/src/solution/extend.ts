// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { Field } from '../field-types/registry.ts'
import type { CircuitLevel } from '../rights/circuit.ts'
import type { Grant, Grantee } from '../rights/grant.ts'
import { collectionOf, collectionRef, solutionOf, type CollectionRef } from './collection-ref.ts'
import type { Extension } from './extension.ts'
import type { Solution } from './solution.ts'

/** One solution's extension of one collection. */
export type Extending = { readonly by: string; readonly ref: CollectionRef; readonly extension: Extension }

/** Everything that the given solutions add to collections. */
export function extensionsIn(solutions: Iterable<Solution>): readonly Extending[] {
  return [...solutions].flatMap((by) =>
    Object.entries(by.extends ?? {}).map(([name, part]) => {
      // As the schema of `extends` has it.
      return { by: by.key, ref: name as CollectionRef, extension: part }
    }),
  )
}

/** The collection with the fields added to it. A name that is taken stays what it was: `check` refuses it. */
export function withAddedFields(
  collection: Collection,
  ref: CollectionRef,
  extensions: readonly Extending[],
): Collection {
  const added = extensions.filter((one) => one.ref === ref)
  if (added.length === 0) return collection
  const fields = added
    .toReversed()
    .map(({ by, extension: part }) =>
      Object.fromEntries(Object.entries(part.fields).map(([name, field]) => [name, fieldFrom(field, by)])),
    )
  // The collection's own first, in their order.
  return { ...collection, fields: Object.assign({ ...collection.fields }, ...fields, collection.fields) }
}

/**
 * The solution with what others add to its collections: what is run. A collection that it does not have (any more) is
 * passed over. Without extensions the very same solution is returned. Expects solutions as they were published.
 */
export function extended(solution: Solution, all: Iterable<Solution>): Solution {
  const others = [...all].filter((other) => other.key !== solution.key)
  const extensions = extensionsIn(others).filter(
    ({ ref }) => solutionOf(ref) === solution.key && Object.hasOwn(solution.collections, collectionOf(ref)),
  )
  if (extensions.length === 0) return solution
  const collections = Object.entries(solution.collections).map(([name, collection]) => [
    name,
    withAddedFields(collection, `${solution.key}.${name}`, extensions),
  ])
  return {
    ...solution,
    collections: Object.fromEntries(collections),
    grants: [
      ...solution.grants.map((one) => forOwnFields(one, solution, extensions)),
      ...extensions.flatMap(({ by, ref, extension: part }) =>
        (part.grants ?? []).map((one) => grantFrom(one, collectionOf(ref), by)),
      ),
    ],
    ...circuitsOf(solution, extensions, others),
  }
}

/** The circuits that the added grants name, under their full names. */
function circuitsOf(
  { circuits }: Solution,
  extensions: readonly Extending[],
  others: readonly Solution[],
): Pick<Solution, 'circuits'> {
  const added = others
    .filter(({ key }) => extensions.some(({ by }) => by === key))
    .flatMap(({ key, circuits: own = {} }) =>
      Object.entries(own).map(([name, circuit]) => [
        `${key}.${name}`,
        {
          ...circuit,
          levels: circuit.levels.map(({ who, ...level }) => ({ ...level, who: deciderFrom(who, key) })),
        },
      ]),
    )
  return added.length === 0 ? {} : { circuits: { ...circuits, ...Object.fromEntries(added) } }
}

function deciderFrom(who: CircuitLevel['who'], by: string): CircuitLevel['who'] {
  return who.kind === 'relation' ? who : { ...who, role: collectionRef(who.role, by) }
}

/** A grant of the solution itself, on a collection that is extended: it gives the solution's own fields only. */
function forOwnFields(one: Grant, solution: Solution, extensions: readonly Extending[]): Grant {
  if (!extensions.some(({ ref }) => collectionOf(ref) === one.on)) return one
  const own = Object.keys(solution.collections[one.on]?.fields ?? {})
  const closed = (selection: 'all' | readonly string[] = 'all') =>
    selection === 'all' ? own : [...selection]
  return { ...one, fields: { read: closed(one.fields?.read), write: closed(one.fields?.write) } }
}

function grantFrom(one: Omit<Grant, 'on'>, on: string, by: string): Grant {
  return {
    ...one,
    on,
    who: granteeFrom(one.who, by),
    ...(one.approval !== undefined && { approval: collectionRef(one.approval, by) }),
  }
}

function granteeFrom(who: Grantee, by: string): Grantee {
  switch (who.kind) {
    case 'role':
    case 'role-at':
      return { ...who, role: collectionRef(who.role, by) }
    case 'link':
      return { ...who, purpose: collectionRef(who.purpose, by) }
    default:
      return who
  }
}

function fieldFrom(field: Field, by: string): Field {
  if (field.type === 'reference' || field.type === 'references') {
    return { ...field, to: collectionRef(field.to, by) }
  }
  if (field.type !== 'group') return field
  const fields = Object.entries(field.fields).map(([name, member]) => [name, fieldFrom(member, by)])
  return { ...field, fields: Object.fromEntries(fields) }
}
