// SPDX-License-Identifier: MIT
import type { CollectionRef } from '../solution/model.ts'

/** `dueOn` → `due_on`, `lost-property` → `lost_property`. */
export function snakeCase(name: string): string {
  return name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Name of the typed table of a collection, in the schema `data`: `town_desk_request`. */
export function tableName(ref: CollectionRef): string {
  return snakeCase(ref.replace('.', '_')).slice(0, 63)
}

/** Name of the column of a field. System values have theirs in `systemColumnName`. */
export function columnName(field: string): string {
  return snakeCase(field)
}

/** Columns that every typed table repeats from the registry, so that a list of one collection never joins. */
export const systemColumnName = {
  id: 'id',
  state: 'state',
  number: 'number',
  title: 'title',
  owner: 'owner_id',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  closedAt: 'closed_at',
  /** Last day before silence decides; kept by the legal clocks. */
  legalDueOn: 'legal_due_on',
  deletedAt: 'deleted_at',
} as const
export type SystemColumn = keyof typeof systemColumnName
