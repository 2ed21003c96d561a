// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { Solution } from './solution.ts'

/** A collection among all installed ones: `library.loan`. */
export type CollectionRef = `${string}.${string}`

/** All collections that conditions, paths and references may meet. */
export type Model = {
  readonly collections: ReadonlyMap<CollectionRef, Collection>
}

/** The collections of the given solutions, under their full names. */
export function modelOf(solutions: Iterable<Solution>): Model {
  const collections = new Map<CollectionRef, Collection>()
  for (const solution of solutions) {
    for (const [key, collection] of Object.entries(solution.collections)) {
      collections.set(`${solution.key}.${key}`, collection)
    }
  }
  return { collections }
}

/** `loan` seen from the solution `library` is `library.loan`; a full name stays. */
export function collectionRef(name: string, solutionKey: string): CollectionRef {
  return name.includes('.') ? (name as CollectionRef) : `${solutionKey}.${name}`
}

/** The key of the solution a collection belongs to. */
export function solutionOf(ref: CollectionRef): string {
  return ref.slice(0, ref.indexOf('.'))
}

/** The key of the collection inside its solution. */
export function collectionOf(ref: CollectionRef): string {
  return ref.slice(ref.indexOf('.') + 1)
}
