// SPDX-License-Identifier: MIT
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { logAccount } from '../account-log.ts'
import type { Accounts } from '../accounts.ts'
import { admit, type Closed, type SignedIn } from '../admit.ts'
import { countAttempt, forgiveAttempt, passkeyTries } from '../attempts.ts'
import type { Client } from '../client.ts'
import type { TooManyAttempts } from '../sign-in.ts'
import { passkeyAccount, passkeyRequest } from './passkey-answer.ts'

/** What the page of sign-in asks of the passkeys that the browser has for this site. Writes nothing. */
export function passkeySignInRequest({ platform }: Accounts): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return passkeyRequest(platform, { use: 'sign-in' })
}

/**
 * Signs in by a passkey alone, which says whose it is. It checked who holds it (finger, face, code), hence it counts as
 * two factors.
 */
export async function signInByPasskey(
  accounts: Accounts,
  client: Client,
  answer: string,
): Promise<
  SignedIn | Closed | TooManyAttempts | { readonly ok: false; readonly refusal: 'unknown-passkey' }
> {
  const { platform } = accounts
  const counted = passkeyTries(client)
  const wait = await countAttempt(platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const accountId = await passkeyAccount(platform, { use: 'sign-in' }, answer)
  if (accountId === undefined) {
    await logAccount(platform.db, platform, client, {
      accountId: undefined,
      kind: 'sign-in-failed',
      method: 'passkey',
    })
    return { ok: false, refusal: 'unknown-passkey' }
  }
  await forgiveAttempt(platform, counted)
  const admitted = await admit(accounts, client, { accountId, method: 'passkey', strong: true })
  if (!admitted.ok && admitted.refusal === 'second-factor') throw new Error('a passkey is two factors')
  return admitted
}
