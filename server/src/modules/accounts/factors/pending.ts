// SPDX-License-Identifier: MIT
import type { Platform } from '../../../platform/context.ts'
import { cookie, cookieValue } from '../cookies.ts'
import { tokenMinutes } from '../token-purposes.ts'
import { makeToken, readToken, spendToken } from '../tokens.ts'
import type { Tx } from '../../../platform/db/database.ts'

const cookieName = 'guichet.second-factor'
/** Only where the second factor is given. */
const path = '/connexion'
const purpose = 'second-factor'

/** A sign-in half made: whose, and what was proved already. */
export type Pending = { readonly accountId: string; readonly method: string; readonly token: string }

/** The `Set-Cookie` that holds a first proof until the second. What changes the password voids it. */
export async function awaitSecondFactor(
  platform: Platform,
  { accountId, method }: { accountId: string; method: string },
): Promise<string> {
  const made = await platform.db
    .transaction()
    .execute((tx) => makeToken(tx, platform, { purpose, subjectId: accountId, about: method }))
  return cookie(platform, cookieName, made, { maxAgeSeconds: tokenMinutes[purpose] * 60, path })
}

/** The sign-in that this browser has half made, while it lasts. */
export async function pendingOf(platform: Platform, headers: Headers): Promise<Pending | undefined> {
  const token = cookieValue(platform, headers, cookieName, path)
  if (token === undefined) return undefined
  const accountId = await readToken(platform, { purpose, token })
  const method = token.slice(token.indexOf('.') + 1)
  return accountId === undefined ? undefined : { accountId, method, token }
}

/** Uses it up. Of two second factors that come together, one finds it gone. */
export async function spendPending(tx: Tx, platform: Platform, { token }: Pending): Promise<boolean> {
  return (await spendToken(tx, platform, { purpose, token })) !== undefined
}

/** The `Set-Cookie` that takes it away. */
export function forgetPending(platform: Platform): string {
  return cookie(platform, cookieName, '', { maxAgeSeconds: 0, path })
}
