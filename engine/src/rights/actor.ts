// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'

/** A role held in an organisation, today. */
export type HeldRole = {
  /** `solution.role`. */
  readonly role: string
  readonly organisation: string
  readonly territories?: readonly string[]
}

/**
 * As what somebody acts who is several things: for themselves, without the roles that open a desk, or in one body, with
 * the roles held there and in what belongs to it.
 */
export type Profile =
  | { readonly kind: 'personal' }
  | { readonly kind: 'organisation'; readonly organisation: string; readonly name: string }

/**
 * Who acts. A person has what its memberships give; the bearer of a link has what the link's purpose gives, on one
 * entry; nobody has what is granted to everyone; the system acts for the body itself (flows, jobs) and is never
 * built from a request. A run of a flow says which one it is, for the history.
 */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly email: string
      readonly locale: Locale
      readonly roles: readonly HeldRole[]
      /** What they chose to act as; absent: under all their roles. */
      readonly profile?: Profile
      /** Who really acts, when an administrator acts as this person: the history says both. */
      readonly by?: { readonly personId: string; readonly name: string }
    }
  | {
      readonly kind: 'link'
      readonly linkId: string
      /** `solution.purpose`. */ readonly purpose: string
      readonly entryId: string
      readonly email: string
      readonly name: string
      readonly locale: Locale
    }
  | { readonly kind: 'nobody'; readonly locale: Locale }
  | {
      readonly kind: 'system'
      readonly locale: Locale
      readonly run?: { readonly id: string; readonly title: string }
    }

export const nobody = (locale: Locale = 'fr'): Actor => ({ kind: 'nobody', locale })
export const system: Actor = { kind: 'system', locale: 'fr' }
