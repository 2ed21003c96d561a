// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import { cycles } from './endless-flows.ts'
import { reportExpression, storedShape } from './language.ts'
import { own, type CheckScope } from './report.ts'

/** Computed fields (all of them, or those named): expressions that compile, over fields that exist, none waiting for itself. */
export function checkComputations(
  scope: CheckScope,
  collection: Collection,
  path: string,
  among?: ReadonlySet<string>,
): void {
  const reads = new Map<string, readonly string[]>()
  for (const [key, field] of Object.entries(collection.fields)) {
    if (field.type !== 'computed' || among?.has(key) === false) continue
    reportExpression(scope, field.expression, `${path}.${key}.expression`, { entry: storedShape(collection) })
    const names = [...field.expression.matchAll(/\bentry\.(\w+)/gu)].map(([, name]) => name ?? '')
    reads.set(
      key,
      names.filter((name) => own(collection.fields, name)?.type === 'computed'),
    )
  }
  for (const cycle of cycles(reads)) {
    const [first = ''] = cycle
    scope.report('circular-computation', `${path}.${first}`, { cycle: [...cycle, first].join(' → ') })
  }
}
