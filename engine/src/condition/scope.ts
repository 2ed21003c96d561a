// SPDX-License-Identifier: MIT
import type { Actor } from '../rights/actor.ts'
import type { CollectionRef, Model } from '../solution/model.ts'
import type { Condition } from './condition.ts'

/**
 * An entry as conditions read it. Instants are ISO 8601 in UTC; `values` are stored values of the field types
 * (numbers as numbers, days as `YYYY-MM-DD`), `null` or absent when empty.
 */
export type EntryRow = {
  readonly id: string
  readonly collection: CollectionRef
  readonly state: string | null
  readonly number: string | null
  readonly title: string | null
  readonly owner: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly closedAt: string | null
  /** Last day before silence decides, `YYYY-MM-DD`; absent like null: none runs. */
  readonly legalDueOn?: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/** The other entries a condition may reach. Deleted entries are absent. */
export type World = {
  entry(ref: CollectionRef, id: string): EntryRow | undefined
  /** The entries of `ref` whose reference `field` holds `id`. */
  referring(ref: CollectionRef, field: string, id: string): readonly EntryRow[]
}

/**
 * What the actor may read of a collection: which of its rows, and on which rows each field. These conditions are the
 * body's rules: they are themselves evaluated without a mask.
 */
export type CollectionMask = { readonly row: Condition; field(key: string): Condition }
export type Mask = (collection: CollectionRef) => CollectionMask

/** Who asks and when: what a condition depends on beside the rows. */
export type Circumstance = {
  readonly actor: Actor
  /** The current day of the body's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** IANA name: today's midnight is read there. */
  readonly timeZone: string
  /**
   * Given when the condition comes from the actor (a filter, a sort): it then sees nothing they may not read.
   * Absent for the body's own rules.
   */
  readonly mask?: Mask | undefined
}

export type Scope = Circumstance & {
  readonly model: Model
  readonly collection: CollectionRef
  readonly world: World
}
