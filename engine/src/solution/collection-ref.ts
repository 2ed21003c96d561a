// SPDX-License-Identifier: MIT

/** A collection among all installed ones: `library.loan`. */
export type CollectionRef = `${string}.${string}`

/** `loan` seen from the solution `library` is `library.loan`; a full name stays. */
export function collectionRef(name: string, solutionKey: string): CollectionRef {
  return name.includes('.') ? (name as CollectionRef) : `${solutionKey}.${name}`
}

/** The key of the solution a collection belongs to. */
export function solutionOf(ref: CollectionRef): string {
  return ref.slice(0, ref.indexOf('.'))
}

/** The key of the collection inside its solution. */
export function collectionOf(ref: CollectionRef): string {
  return ref.slice(ref.indexOf('.') + 1)
}
