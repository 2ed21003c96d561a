// SPDX-License-Identifier: MIT
import type { CollectionRef, Collection, Form, Procedure } from '@guichet/engine'
import type { Definitions, Release } from '../definitions/index.ts'

/** A procedure of an installed solution, with what its filing rests on. */
export type InstalledProcedure = {
  /**
   * What addresses name it by: its key, or `solution.key` when several installed solutions use that key.
   * The full form is understood in all cases.
   */
  readonly address: string
  readonly key: string
  readonly procedure: Procedure
  readonly release: Release
  readonly form: Form
  readonly collection: Collection
  readonly collectionRef: CollectionRef
}

/** Every procedure that the solutions in force offer, in the order of their definitions. */
export function installedProcedures({ solutions }: Definitions): InstalledProcedure[] {
  const uses = new Map<string, number>()
  for (const { solution } of solutions.values())
    for (const key of Object.keys(solution.procedures ?? {})) uses.set(key, (uses.get(key) ?? 0) + 1)
  return [...solutions.values()].flatMap((release) =>
    Object.keys(release.solution.procedures ?? {}).flatMap((key) => {
      const address = uses.get(key) === 1 ? key : `${release.solution.key}.${key}`
      const found = procedureOf(release, key, address)
      return found && found.procedure.offered !== false ? [found] : []
    }),
  )
}

/** The procedure in force that an address names; `undefined` when none does, or several do. */
export function findProcedure(definitions: Definitions, address: string): InstalledProcedure | undefined {
  return installedProcedures(definitions).find(
    (found) => found.address === address || `${found.release.solution.key}.${found.key}` === address,
  )
}

/** A procedure as a given release defines it. */
export function procedureOf(release: Release, key: string, address = key): InstalledProcedure | undefined {
  const { solution } = release
  const procedure = ownValue(solution.procedures ?? {}, key)
  const form = procedure && ownValue(solution.forms, procedure.form)
  const collection = form && ownValue(solution.collections, form.collection)
  if (!procedure || !form || !collection) return undefined
  const collectionRef: CollectionRef = `${solution.key}.${form.collection}`
  return { address, key, procedure, release, form, collection, collectionRef }
}

/** The value under that key, never one inherited from the prototype: keys come from addresses. */
function ownValue<V>(record: Readonly<Record<string, V>>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
