// SPDX-License-Identifier: MIT
import type { Accounts } from './accounts.ts'
import type { Client } from './client.ts'
import { deleteSession } from './sessions.queries.ts'

/** Ends the session of this browser. The mark of the device stays: it opens nothing. Safe to repeat. */
export async function signOut(
  { auth, platform }: Accounts,
  client: Client,
): Promise<{ readonly setCookie: readonly string[] }> {
  // Deleted here: better-auth would empty the cookie even when the session could not be deleted.
  const token = await auth.api.sessionToken({ headers: client.headers })
  if (token) await deleteSession(platform.db, token)
  const { headers } = await auth.api.signOut({ headers: client.headers, returnHeaders: true })
  return { setCookie: headers.getSetCookie() }
}
