// SPDX-License-Identifier: MIT
import type { Condition } from './condition.ts'

/** Whether the condition is true whatever the entry, as `always` is. */
export function isAlways(condition: Condition): boolean {
  return condition.kind === 'all' && condition.parts.every(isAlways)
}

/** Whether the condition is false whatever the entry, as `never` is. */
export function isNever(condition: Condition): boolean {
  return condition.kind === 'any' && condition.parts.every(isNever)
}
