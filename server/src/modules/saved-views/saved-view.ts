// SPDX-License-Identifier: MIT
import { z } from 'zod'
import type { Count, ViewAsked } from '../views/index.ts'

const keys = z.array(z.string().min(1).max(60)).max(60)

/** What of a view is kept under a name: all that its reader asked, but the page. */
export const savedAsked = z.strictObject({
  search: z.string().max(200).optional(),
  states: keys.optional(),
  filters: z.record(z.string().max(60), z.array(z.string().max(80)).max(60)).optional(),
  late: z.boolean().optional(),
  sort: z.string().max(60).optional(),
  columns: keys.optional(),
})
export type SavedAsked = Omit<ViewAsked, 'solution' | 'view'>

/** A view as it was kept, for its author or for all who hold a role. */
export type SavedView = {
  readonly id: string
  readonly title: string
  /** The view of a solution that it narrows. */
  readonly solution: string
  readonly view: string
  readonly asked: SavedAsked
  /** The role it is for, in words; null when it is its author's alone. */
  readonly sharedWith: string | null
  /** Whether the reader may rename and delete it. */
  readonly mayChange: boolean
  readonly count: Count
}
