// SPDX-License-Identifier: MIT
import type { Procedure } from './procedure.ts'

/** Whether a procedure may be started on a day. Days are `YYYY-MM-DD`, both included. */
export type Opening =
  | { readonly open: true; readonly until?: string }
  | { readonly open: false; readonly because: 'not-yet'; readonly opensOn: string }
  | { readonly open: false; readonly because: 'over'; readonly closedOn: string }

/** Decides whether a procedure may be started, and filed, on `today` (the body's calendar day). */
export function openingOf(procedure: Pick<Procedure, 'opensOn' | 'closesOn'>, today: string): Opening {
  const { opensOn, closesOn } = procedure
  if (opensOn !== undefined && today < opensOn) return { open: false, because: 'not-yet', opensOn }
  if (closesOn !== undefined && today > closesOn) return { open: false, because: 'over', closedOn: closesOn }
  return closesOn === undefined ? { open: true } : { open: true, until: closesOn }
}
