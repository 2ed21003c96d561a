// SPDX-License-Identifier: MIT
import { type ExpressionCache, expressionCache, type Solution } from '@guichet/engine'

/** A published version of a solution; never changed afterwards. */
export type Release = {
  readonly id: string
  readonly number: number
  readonly solution: Solution
  /** What its expressions and templates were parsed to, once. */
  readonly expressions: ExpressionCache
}

export function releaseOf(id: string, number: number, solution: Solution): Release {
  return { id, number, solution, expressions: expressionCache() }
}
