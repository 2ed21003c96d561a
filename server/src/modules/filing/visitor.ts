// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto'
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
