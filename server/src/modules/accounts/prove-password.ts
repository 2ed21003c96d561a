// SPDX-License-Identifier: MIT
import type { Accounts } from './accounts.ts'
import { type AccountRow, accountWithPassword } from './accounts.queries.ts'
import { passwordLength } from './auth.ts'

/**
 * The account of the mailbox (in lower case) when the password is its own. A mailbox without account or password takes
 * the time of a wrong one: one hash is computed in each case.
 */
export async function provePassword(
  { auth, platform }: Accounts,
  { email, password }: { email: string; password: string },
): Promise<AccountRow | undefined> {
  const { password: hasher } = await auth.$context
  const found = await accountWithPassword(platform.db, email)
  // Hashing a novel is an attack, and no such password was ever taken.
  const typed = password.slice(0, passwordLength.max + 1)
  if (!found || found.password === null) {
    await hasher.hash(typed)
    return undefined
  }
  return (await hasher.verify({ hash: found.password, password: typed })) ? found : undefined
}
