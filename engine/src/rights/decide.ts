// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import { fieldType } from '../field-types/registry.ts'
import type { Action, Grant } from './grant.ts'
import type { HeldGrant } from './grants-of.ts'

/*
 * What may be done with one entry, from the grants that hold on it (`holding`: those whose condition is true there).
 * The caller finds which hold, in SQL or in memory.
 */

/** Whether the grant gives the action. Actions do not imply one another: `list` is not `read`. */
export function gives(grant: Grant, action: Action): boolean {
  return (
    grant.may.includes(action) || (action.startsWith('transition:') && grant.may.includes('transition:*'))
  )
}

export function mayDo(holding: readonly HeldGrant[], action: Action): boolean {
  return holding.some(({ grant }) => gives(grant, action))
}

/** Whether the field is read under this grant: it gives `read`, on all fields unless it lists some. */
export function readsField(grant: Grant, field: string): boolean {
  return gives(grant, 'read') && selects(grant.fields?.read, field)
}

/** Whether `edit` under this grant writes the field, at once or by its circuit of approval. */
export function writesField(grant: Grant, field: string): boolean {
  return gives(grant, 'edit') && writes(grant, field)
}

/** Whether the field is among those that actions under this grant write: all unless it lists some. */
export function writes(grant: Grant, field: string): boolean {
  return selects(grant.fields?.write, field)
}

/** The fields that may be read on this entry. */
export function readableFields(holding: readonly HeldGrant[], collection: Collection): ReadonlySet<string> {
  return new Set(
    Object.keys(collection.fields).filter((field) => holding.some(({ grant }) => readsField(grant, field))),
  )
}

/**
 * The fields that may be written by the action, `edit` unless said otherwise (`create`, a transition with its form).
 * Computed fields and blocks of information never are.
 */
export function writableFields(
  holding: readonly HeldGrant[],
  collection: Collection,
  action: Action = 'edit',
): ReadonlySet<string> {
  const giving = holding.filter(({ grant }) => gives(grant, action))
  const writable = Object.entries(collection.fields)
    .filter(([, field]) => field.type !== 'computed' && fieldType(field).column(field) !== undefined)
    .map(([key]) => key)
  return new Set(writable.filter((field) => giving.some(({ grant }) => selects(grant.fields?.write, field))))
}

/** The audiences whose notes are read on this entry, and written to with the action `note`. */
export function noteAudiences(holding: readonly HeldGrant[]): ReadonlySet<string> {
  return new Set(holding.flatMap(({ grant }) => grant.notes ?? []))
}

function selects(selection: 'all' | readonly string[] = 'all', field: string): boolean {
  return selection === 'all' || selection.includes(field)
}
