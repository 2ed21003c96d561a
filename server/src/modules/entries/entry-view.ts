// SPDX-License-Identifier: MIT
import type { Collection, CollectionRef, Field, Tone, Transition } from '@guichet/engine'

/** A state as it is shown: colour, icon and word together. */
export type StateView = {
  readonly key: string
  readonly label: string
  readonly publicLabel: string
  readonly tone: Tone
  readonly icon: string | null
  readonly closed: boolean
  readonly stage: string | null
}

/** Another entry that this one refers to, by its title; only those that the actor may read. */
export type ReferredView = { readonly id: string; readonly title: string }

/** A readable field: its stored value, and how a person reads it. */
export type FieldView = {
  readonly key: string
  readonly label: string
  readonly definition: Field
  readonly value: unknown
  /** '' when empty. */
  readonly display: string
  /** For references. */
  readonly referred?: readonly ReferredView[]
}

/** A button of the entry: what it does, and why it is refused when a guard refuses it. */
export type TransitionView = {
  readonly key: string
  readonly label: string
  readonly consequence: string | null
  readonly icon: string | null
  readonly emphasis: NonNullable<Transition['emphasis']>
  /** Key of the form to fill on the way, in the entry's release. */
  readonly form: string | null
  readonly reason: NonNullable<Transition['reason']>
  readonly reasonLabel: string | null
  /** The single key that opens it. */
  readonly shortcut: string | null
  /** Key of the state it leads to. */
  readonly to: string
  readonly refusedBecause: string | null
}

/** An entry as the actor may see it, in their language. */
export type EntryView = {
  readonly id: string
  readonly solution: string
  readonly collection: CollectionRef
  readonly collectionTitle: string
  readonly releaseId: string
  readonly releaseNumber: number
  readonly number: string | null
  readonly title: string
  readonly state: StateView | null
  readonly procedure: { readonly key: string; readonly title: string } | null
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly stateSince: Date
  readonly closedAt: Date | null
  readonly owner: string | null
  /** Who holds the entry now, when its collection says so. */
  readonly heldBy: { readonly id: string | null; readonly title: string } | null
  /** The applicant's name, when readable. */
  readonly applicant: string | null
  /** Keys of the fields that say who the applicant is and where to answer; null when the collection has none. */
  readonly contact: NonNullable<Collection['contact']> | null
  readonly fields: readonly FieldView[]
  readonly transitions: readonly TransitionView[]
  /** Some edits of it may wait for an approval. */
  readonly hasApprovals: boolean
  readonly may: {
    readonly edit: boolean
    readonly delete: boolean
    readonly comment: boolean
    readonly note: boolean
    readonly history: boolean
    readonly share: boolean
    readonly explain: boolean
  }
}
