// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { CollectionRef } from './collection-ref.ts'
import { extensionsIn, withAddedFields } from './extend.ts'
import type { Solution } from './solution.ts'

export { collectionOf, collectionRef, solutionOf, type CollectionRef } from './collection-ref.ts'

/** All collections that conditions, paths and references may meet. */
export type Model = {
  readonly collections: ReadonlyMap<CollectionRef, Collection>
}

/** The collections of the given solutions, under their full names, with the fields that some add to those of others. */
export function modelOf(solutions: Iterable<Solution>): Model {
  const all = [...solutions]
  const extensions = extensionsIn(all)
  const collections = new Map<CollectionRef, Collection>()
  for (const solution of all) {
    for (const [key, collection] of Object.entries(solution.collections)) {
      const ref: CollectionRef = `${solution.key}.${key}`
      collections.set(ref, withAddedFields(collection, ref, extensions))
    }
  }
  return { collections }
}
