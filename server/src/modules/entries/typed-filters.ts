// SPDX-License-Identifier: MIT
import { type Comparable, type CollectionRef, type Model, resolvePath, type Scalar } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import type { Filter } from './list-query.ts'

/**
 * Filters read from an address, whose values are all text, as values of the fields they compare: `75001` is a number
 * for a field of numbers and a text for a postcode.
 *
 * @throws Problem `unknown-field`; `malformed-request` for a value that the field cannot have
 */
export async function typedFilters(
  context: Context,
  collection: CollectionRef,
  filters: readonly Filter[],
): Promise<Filter[]> {
  if (filters.length === 0) return []
  const { model } = await definitionsOf(context)
  return filters.map((filter) => typed(filter, model, collection))
}

function typed(filter: Filter, model: Model, collection: CollectionRef): Filter {
  const resolved = resolvePath(model, collection, filter.field)
  if (!resolved.ok) throw problem('unknown-field', { field: filter.field })
  const { comparable } = resolved.plan.terminal
  if (filter.value === undefined) return filter
  if (comparable === undefined) throw problem('unknown-field', { field: filter.field })
  const values = Array.isArray(filter.value) ? filter.value : [filter.value]
  const read = values.map((value) => scalar(value, comparable, filter.field))
  return { ...filter, value: read.length === 1 ? (read[0] ?? '') : read }
}

function scalar(value: Scalar, comparable: Comparable, field: string): Scalar {
  const text = String(value)
  switch (comparable) {
    case 'number': {
      const number = Number(text)
      if (text.trim() === '' || !Number.isFinite(number))
        throw problem('malformed-request', { path: `filter[${field}]` })
      return number
    }
    case 'boolean':
      if (text !== 'true' && text !== 'false')
        throw problem('malformed-request', { path: `filter[${field}]` })
      return text === 'true'
    case 'text':
    case 'date':
    case 'datetime':
    case 'id':
      return text
  }
}
