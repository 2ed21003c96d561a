// SPDX-License-Identifier: MIT
import { type Collection, compileExpression, type ExpressionOptions } from '@guichet/engine'

/**
 * The values with those of the computed fields, which nobody types. A field that cannot be computed from what is
 * there (an operand is empty) is empty.
 *
 * Computed fields may rest on one another; `check` has refused circles, so as many passes as there are are enough.
 */
export function computeFields(
  definition: Collection,
  values: Readonly<Record<string, unknown>>,
  options: ExpressionOptions,
): Record<string, unknown> {
  const computed = Object.entries(definition.fields).flatMap(([key, field]) =>
    field.type === 'computed' ? [{ key, expression: compileExpression(field.expression, options) }] : [],
  )
  const result: Record<string, unknown> = { ...values }
  for (let pass = 0; pass < computed.length; pass += 1) {
    for (const { key, expression } of computed) {
      const outcome = expression.ok ? expression.run({ entry: result }) : undefined
      result[key] = outcome?.ok ? outcome.value : null
    }
  }
  return result
}
