// SPDX-License-Identifier: MIT
import {
  adjust,
  type Adjustments,
  type ExpressionCache,
  expressionCache,
  extended,
  type Solution,
} from '@guichet/engine'

/** A published version of a solution; never changed afterwards. */
export type Release = {
  readonly id: string
  readonly number: number
  /** With what other solutions add to it and the body's own edits on top: what is run. */
  readonly solution: Solution
  /** As it was published: what is exported, compared and upgraded. */
  readonly published: Solution
  /** What its expressions and templates were parsed to, once. */
  readonly expressions: ExpressionCache
}

export function releaseOf(
  id: string,
  number: number,
  published: Solution,
  { adjustments, others = [] }: { adjustments?: Adjustments | undefined; others?: readonly Solution[] } = {},
): Release {
  const solution = adjust(extended(published, others), adjustments)
  return { id, number, solution, published, expressions: expressionCache() }
}
