// SPDX-License-Identifier: MIT
import type { Operator } from '../condition/condition.ts'

/** The operators that make sense on a kind of value. */
export const presence = ['empty', 'filled'] as const satisfies readonly Operator[]
export const equality = ['eq', 'ne', ...presence] as const satisfies readonly Operator[]
export const textual = ['eq', 'ne', 'contains', 'starts', ...presence] as const satisfies readonly Operator[]
export const ordered = [
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  ...presence,
] as const satisfies readonly Operator[]
