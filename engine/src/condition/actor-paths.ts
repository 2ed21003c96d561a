// SPDX-License-Identifier: MIT
import type { ActorAttribute, Condition } from './condition.ts'

/** Where a condition meets the acting person: the path from the entry, and the attribute it is compared with. */
export type ActorPath = { readonly path: string; readonly attribute: ActorAttribute }

/**
 * Every place where a condition looks at who acts, `exists` included: `loan[helpers].reader`. None: it says the same of
 * everybody.
 */
export function actorPaths(condition: Condition, from = ''): readonly ActorPath[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap((part) => actorPaths(part, from))
    case 'not':
      return actorPaths(condition.part, from)
    case 'exists':
      return actorPaths(condition.where, joined(from, condition.path))
    case 'compare':
      return condition.value?.kind === 'actor'
        ? [{ path: joined(from, condition.path), attribute: condition.value.attribute }]
        : []
  }
}

/** The id of the entry at the end of a path is that entry. */
function joined(from: string, path: string): string {
  if (from === '') return path
  return path === 'id' ? from : `${from}.${path}`
}
