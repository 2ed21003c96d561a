// SPDX-License-Identifier: MIT
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Accounts } from '../accounts.ts'
import { accountWithPassword } from '../accounts.queries.ts'
import { countAttempt, forgiveAttempt, passwordTries } from '../attempts.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { deviceOf } from '../device-mark.ts'
import { factorsOf } from '../factors/factors.queries.ts'
import { passkeyRequest } from '../factors/passkey-answer.ts'
import { type FactorProof, refuseFactor } from '../factors/second-factor.ts'
import { logAccount } from '../account-log.ts'
import { provePassword } from '../prove-password.ts'
import { proveSession } from '../sessions.queries.ts'
import type { TooManyAttempts } from '../sign-in.ts'
import { ownAccount } from './own-account.ts'

/** How the person may prove again who they are. None: by signing in again, with the link of a mail. */
export type ConfirmationPage = {
  readonly password: boolean
  readonly codeApp: boolean
  readonly passkey: PublicKeyCredentialRequestOptionsJSON | undefined
}

/**
 * What the page that asks for another proof offers: the second factor when there is one, else the password. A password
 * that was stolen is not to be enough to take the second factor away.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function confirmationPage(accounts: Accounts, caller: Caller): Promise<ConfirmationPage> {
  const { account } = await ownAccount(accounts, caller)
  const { platform } = accounts
  const { codeAppSince, passkeys } = await factorsOf(platform.db, account.id)
  const hasFactor = codeAppSince !== null || passkeys > 0
  const known = hasFactor ? undefined : await accountWithPassword(platform.db, account.email)
  return {
    password: known !== undefined && known.password !== null,
    codeApp: codeAppSince !== null,
    passkey:
      passkeys > 0 ? await passkeyRequest(platform, { use: 'confirm', accountId: account.id }) : undefined,
  }
}

export type Confirmed =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'wrong-credentials' | 'wrong-code' }
  | TooManyAttempts

/** Proves again who is there, by password; refused to who has a second factor, which proves more. */
export async function confirmByPassword(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  password: string,
): Promise<Confirmed> {
  const { session, account } = await ownAccount(accounts, caller)
  const { platform } = accounts
  const counted = passwordTries(client, account.email, deviceOf(platform, client.headers, account.email))
  const wait = await countAttempt(platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const { codeAppSince, passkeys } = await factorsOf(platform.db, account.id)
  const proven = await provePassword(accounts, { email: account.email, password })
  if (!proven || codeAppSince !== null || passkeys > 0) {
    await logAccount(platform.db, platform, client, {
      accountId: account.id,
      kind: 'sign-in-failed',
      method: 'password',
    })
    return { ok: false, refusal: 'wrong-credentials' }
  }
  await forgiveAttempt(platform, counted)
  await proveSession(platform.db, session.sessionId, { at: platform.clock.now(), strong: false })
  return { ok: true }
}

/** Proves again who is there, by the second factor. The session is strong from then on. */
export async function confirmByFactor(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  proof: FactorProof,
): Promise<Confirmed> {
  const { session, account } = await ownAccount(accounts, caller)
  const refused = await refuseFactor(accounts, client, account, { use: 'confirm', proof })
  if (refused) return refused
  const { platform } = accounts
  await proveSession(platform.db, session.sessionId, { at: platform.clock.now(), strong: true })
  return { ok: true }
}
