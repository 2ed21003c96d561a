// SPDX-License-Identifier: MIT
import type { Who } from './world.ts'

/** A status, the page of sign-in that leads back, or the list of what one may read: nothing. */
export type Refusal = 400 | 401 | 403 | 404 | 410 | 422 | 'sign-in' | 'empty'

/** How a route is asked, `:licence` standing for that of the world, and who is refused how. */
export type Row = {
  readonly at: string
  readonly json?: object
  readonly form?: Readonly<Record<string, string>>
  /** The name of a file sent in place of a form. */
  readonly file?: string
} & (
  | { readonly refuses: Readonly<Partial<Record<Who, Refusal>>> }
  /** Why nobody is refused. */
  | { readonly open: string }
)
