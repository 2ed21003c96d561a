// SPDX-License-Identifier: MIT
import {
  type Collection,
  collectionRef,
  type CollectionRef,
  type RelationDefinition,
  solutionOf,
} from '@guichet/engine'
import type { Definitions } from '../definitions/index.ts'

/** A collection of relations, as one of its two ends sees it. */
export type RelationSide = {
  readonly ref: CollectionRef
  readonly definition: Collection
  readonly relation: RelationDefinition
  /** The field that names the entry at hand, and the one that names whom it is linked to. */
  readonly side: 'from' | 'to'
  readonly own: string
  readonly other: string
  readonly otherCollection: CollectionRef
  /** Roles held: they are given and taken back where agents are seen to, not here. */
  readonly isMembership: boolean
}

/** The relations in which entries of a collection take part. */
export function sidesOf(
  { model, identity }: Definitions,
  collection: CollectionRef,
): readonly RelationSide[] {
  const memberships = identity && `${identity.solution}.${identity.identity.membership.collection}`
  return [...model.collections].flatMap(([ref, definition]) => {
    const { relation } = definition
    if (!relation) return []
    const target = (key: string) => {
      const field = definition.fields[key]
      return field?.type === 'reference' ? collectionRef(field.to, solutionOf(ref)) : undefined
    }
    return (['from', 'to'] as const).flatMap((side): RelationSide[] => {
      const [own, other] = [relation[side], relation[side === 'from' ? 'to' : 'from']]
      const otherCollection = target(other)
      if (target(own) !== collection || !otherCollection) return []
      return [
        { ref, definition, relation, side, own, other, otherCollection, isMembership: ref === memberships },
      ]
    })
  })
}
