// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import type { LocalizedText } from '../../text/localized.ts'
import { checkMessages, isDoubt, type CheckCode, type CheckParams } from '../messages.ts'
import type { CollectionRef, Model } from '../model.ts'
import type { Solution } from '../solution.ts'

/** Something wrong in a solution: where, and what, in both languages. Only errors prevent publication. */
export type CheckProblem = {
  readonly severity: 'error' | 'warning'
  readonly code: CheckCode
  /** `flows.confirm.steps[0].mail` */
  readonly path: string
  readonly message: LocalizedText
}

/** What every part of the check looks at, and where it tells what it found. */
export type CheckScope = {
  readonly solution: Solution
  readonly others: readonly Solution[]
  readonly model: Model
  readonly report: <C extends CheckCode>(code: C, path: string, params: CheckParams<C>) => void
}

/** Collects problems as they are reported. */
export function collectProblems(): { problems: CheckProblem[]; report: CheckScope['report'] } {
  const problems: CheckProblem[] = []
  return {
    problems,
    report(code, path, params) {
      // The catalogue pairs each code with its parameters; indexing by a generic code loses the pairing.
      const message = (checkMessages[code] as (params: unknown) => LocalizedText)(params)
      problems.push({ severity: isDoubt(code) ? 'warning' : 'error', code, path, message })
    },
  }
}

/** The full name of a collection of the solution under check. */
export function ownRef(scope: CheckScope, collectionKey: string): CollectionRef {
  return `${scope.solution.key}.${collectionKey}`
}

/** The solution's own collection of that key; tells when there is none. */
export function ownCollection(
  scope: CheckScope,
  collectionKey: string,
  path: string,
): Collection | undefined {
  const collection = own(scope.solution.collections, collectionKey)
  if (!collection) scope.report('unknown-collection', path, { name: collectionKey })
  return collection
}

/** The value of that key, never one inherited from the prototype. */
export function own<V>(record: Readonly<Record<string, V>> | undefined, key: string): V | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

/** The first key met a second time, each once. */
export function repeated(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.filter((key, position) => keys.indexOf(key) !== position))]
}
