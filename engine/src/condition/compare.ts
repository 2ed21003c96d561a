// SPDX-License-Identifier: MIT
import { fold } from '../text/fold.ts'
import type { Operator, Scalar } from './condition.ts'

/** Operators between two values; `empty` and `filled` look at one side only. */
export type Relation = Exclude<Operator, 'empty' | 'filled'>

/** `ne` is not a relation between one value and another: it looks at all pairs. */
type PairRelation = Exclude<Relation, 'ne'>

/** Whether the values of the two sides stand in the relation, as `condition.ts` defines it. Both are normalised. */
export function related(left: readonly Scalar[], op: Relation, right: readonly Scalar[]): boolean {
  if (left.length === 0 || right.length === 0) return false
  if (op === 'ne') return !left.some((one) => right.includes(one))
  return left.some((one) => right.some((other) => pairRelated(one, op, other)))
}

function pairRelated(left: Scalar, op: PairRelation, right: Scalar): boolean {
  switch (op) {
    case 'eq':
      return left === right
    case 'lt':
      return left < right
    case 'lte':
      return left <= right
    case 'gt':
      return left > right
    case 'gte':
      return left >= right
    case 'contains':
      return fold(String(left)).includes(fold(String(right)))
    case 'starts':
      return fold(String(left)).startsWith(fold(String(right)))
  }
}
