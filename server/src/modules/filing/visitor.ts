// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { cookieName, setCookie } from '../../platform/http/cookies.ts'
import { randomToken } from '../../platform/ids.ts'

/**
 * The value of the cookie by which someone without an account finds their drafts again; `undefined` when the browser
 * sent none. It opens drafts and nothing else.
 */
export type Visitor = string | undefined

/** A new visitor's cookie value. */
export function newVisitor(): string {
  return randomToken(32)
}

/** What is stored of it: who reads the database cannot open drafts. */
export function visitorHash(visitor: Visitor): string | null {
  if (visitor === undefined || visitor.length < 20 || visitor.length > 200) return null
  return createHash('sha256').update(visitor).digest('hex')
}

const name = 'guichet.visitor'
/** Drafts live 30 days after their last change; the cookie outlives several of them. */
const ninetyDaysSeconds = 7_776_000

/** The visitor that this browser is, when it has the cookie. */
export function visitorOf(publicUrl: string, cookies: Readonly<Record<string, string | undefined>>): Visitor {
  return cookies[cookieName(publicUrl, name)]
}

/** The `Set-Cookie` that remembers this browser's drafts. */
export function visitorCookie({ tenant }: Context, visitor: string): string {
  return setCookie(tenant.publicUrl, name, visitor, { maxAgeSeconds: ninetyDaysSeconds })
}
