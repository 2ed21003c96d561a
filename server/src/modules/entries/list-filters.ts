// SPDX-License-Identifier: MIT
import { checkCondition, type CollectionRef, type Condition } from '@guichet/engine'
import { problem } from '../../platform/http/problems.ts'
import type { Definitions } from '../definitions/index.ts'
import type { Filter } from './list-query.ts'

/**
 * A reader's filter as a condition.
 *
 * @throws Problem `unknown-field` when the field is not there, or cannot be compared in that way
 */
export function checkedFilter(
  filter: Filter,
  definitions: Definitions,
  collection: CollectionRef,
): Condition {
  const condition: Condition = {
    kind: 'compare',
    path: filter.field,
    op: filter.op,
    ...(filter.value !== undefined && { value: { kind: 'literal', value: filter.value } }),
  }
  const problems = checkCondition(condition, { model: definitions.model, collection })
  if (problems.length > 0) throw problem('unknown-field', { field: filter.field })
  return condition
}
