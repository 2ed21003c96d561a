// SPDX-License-Identifier: MIT
import { logAccount } from './account-log.ts'
import type { Accounts } from './accounts.ts'
import { accountByEmail } from './accounts.queries.ts'
import { admit, type Closed, type SecondFactorWanted, type SignedIn } from './admit.ts'
import { countAttempt, forgiveAttempt, passwordTries } from './attempts.ts'
import type { Client } from './client.ts'
import { deviceOf } from './device-mark.ts'
import { readMailbox } from './mailbox.ts'
import { provePassword } from './prove-password.ts'

export type TooManyAttempts = {
  readonly ok: false
  readonly refusal: 'too-many-attempts'
  readonly retryAfterSeconds: number
}

export type SignInRefusal =
  /** Unknown mailbox or wrong password: which of the two is not told. */
  { readonly ok: false; readonly refusal: 'wrong-credentials' } | Closed | TooManyAttempts

/**
 * Signs a person in by password; their second factor is asked next when they have one.
 *
 * An unknown mailbox takes the time of a wrong password: both compute one hash and write one line of log. That an
 * account is closed is told only to who has the right password. Too many failures make everyone wait but browsers the
 * person has signed in on.
 */
export async function signIn(
  accounts: Accounts,
  client: Client,
  { email, password }: { email: string; password: string },
): Promise<SignedIn | SecondFactorWanted | SignInRefusal> {
  const { platform } = accounts
  const identity = readMailbox(email)?.identity
  if (!identity) return { ok: false, refusal: 'wrong-credentials' }
  const counted = passwordTries(client, identity, deviceOf(platform, client.headers, identity))
  const wait = await countAttempt(platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }

  const account = await provePassword(accounts, { email: identity, password })
  if (!account) {
    const target = await accountByEmail(platform.db, identity)
    await logAccount(platform.db, platform, client, {
      accountId: target?.id,
      kind: 'sign-in-failed',
      method: 'password',
    })
    return { ok: false, refusal: 'wrong-credentials' }
  }
  await forgiveAttempt(platform, counted)
  return admit(accounts, client, { accountId: account.id, method: 'password', strong: false })
}
