// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { Tenant } from '../tenant.ts'

/** Who is signed in, as far as pages need to know. */
export interface Viewer {
  readonly name: string
  readonly email: string
  /** What they chose to act as: the name of a body, null for themselves; absent when they chose nothing. */
  readonly profile?: string | null
  /** The administrator who acts as them, and the time at which that ends. */
  readonly acting?: { readonly by: string; readonly until: string }
  /** Whether a role of theirs waits for a second factor. */
  readonly secondFactorWanted: boolean
  /** Spaces whose entrance is shown; the services decide what may be done there. */
  readonly spaces: readonly ('desk' | 'studio')[]
  /** Whether one of their roles has a dashboard. */
  readonly hasDashboards: boolean
}

/** A problem as a page shows it: safe sentences, and the reference under which the log tells more. */
export interface ShownProblem {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly reference: string
  readonly data?: unknown
}

/** What the composition root gives for one request. */
export interface RequestContext<Services> {
  readonly services: Services
  readonly tenant: Tenant
  /** In which it is answered: the one asked for, when the body speaks it. */
  readonly locale: Locale
  readonly viewer: Viewer | undefined
  /** The clock's time when the request came: « aujourd’hui » is said against it. */
  readonly now: Date
}

/** What loaders, actions and pages find in their context. */
export interface WebContext<Services> extends RequestContext<Services> {
  readonly cspNonce: { readonly script: string; readonly style: string }
  /** Turns anything thrown into what a page may show, after writing it in the log if it was not expected. */
  readonly describeProblem: (error: unknown) => ShownProblem
}
