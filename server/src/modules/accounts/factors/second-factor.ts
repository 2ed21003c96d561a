// SPDX-License-Identifier: MIT
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import type { Platform } from '../../../platform/context.ts'
import { unseal } from '../../../platform/sealed.ts'
import { logAccount } from '../account-log.ts'
import type { Accounts } from '../accounts.ts'
import { accountById, type AccountRow } from '../accounts.queries.ts'
import { admit, type Closed, type SignedIn } from '../admit.ts'
import { countAttempt, factorTries, forgiveAttempt } from '../attempts.ts'
import type { Client } from '../client.ts'
import { deviceOf } from '../device-mark.ts'
import { codeAppUse } from '../sealed-accounts.ts'
import type { TooManyAttempts } from '../sign-in.ts'
import { tellRecoveryCodeUsed } from '../security/tell-change.ts'
import { codeAppOf, factorsOf, spendStep } from './factors.queries.ts'
import { passkeyAccount, passkeyRequest } from './passkey-answer.ts'
import { forgetPending, type Pending, pendingOf, spendPending } from './pending.ts'
import { useRecoveryCode } from './recovery-codes.ts'
import { rememberDevice } from './remembered-devices.ts'
import { stepOfCode } from './totp.ts'

/** A code of the application or a recovery code, as typed; or what a passkey answered, as JSON. */
export type FactorProof =
  | { readonly code: string; readonly passkey?: undefined }
  | { readonly passkey: string; readonly code?: undefined }

export type FactorRefusal =
  | { readonly ok: false; readonly refusal: 'wrong-code' }
  /** The first proof is too old, or was made in another browser. */
  | { readonly ok: false; readonly refusal: 'sign-in-again' }
  | Closed
  | TooManyAttempts

/** What the page of the second factor offers; nothing when no sign-in is half made in this browser. */
export type SecondFactorPage = {
  readonly codeApp: boolean
  readonly passkey: PublicKeyCredentialRequestOptionsJSON | undefined
}

export async function secondFactorPage(
  { platform }: Accounts,
  client: Client,
): Promise<SecondFactorPage | undefined> {
  const pending = await pendingOf(platform, client.headers)
  if (!pending) return undefined
  const { accountId } = pending
  const { codeAppSince, passkeys } = await factorsOf(platform.db, accountId)
  return {
    codeApp: codeAppSince !== null,
    passkey: passkeys > 0 ? await passkeyRequest(platform, { use: 'second-factor', accountId }) : undefined,
  }
}

/**
 * Ends a sign-in by its second factor; `remember` has this browser stand for it during thirty days. A reset of the
 * password leads here too: it never takes the second factor away.
 */
export async function completeSignIn(
  accounts: Accounts,
  client: Client,
  { remember = false, ...proof }: FactorProof & { remember?: boolean },
): Promise<SignedIn | FactorRefusal> {
  const { platform } = accounts
  const pending = await pendingOf(platform, client.headers)
  const account = pending && (await accountById(platform.db, pending.accountId))
  if (!pending || !account) return { ok: false, refusal: 'sign-in-again' }
  const refused = await refuseFactor(accounts, client, account, { use: 'second-factor', proof })
  if (refused) return refused
  return finish(accounts, client, pending, remember)
}

async function finish(
  accounts: Accounts,
  client: Client,
  pending: Pending,
  remember: boolean,
): Promise<SignedIn | FactorRefusal> {
  const { platform } = accounts
  const { accountId, method } = pending
  const device = await platform.db.transaction().execute(async (tx) => {
    if (!(await spendPending(tx, platform, pending))) return 'gone'
    return remember ? rememberDevice(tx, platform, client, accountId) : undefined
  })
  if (device === 'gone') return { ok: false, refusal: 'sign-in-again' }
  const admitted = await admit(accounts, client, { accountId, method, strong: true })
  if (!admitted.ok)
    return admitted.refusal === 'account-disabled' ? admitted : { ok: false, refusal: 'sign-in-again' }
  const more = device === undefined ? [forgetPending(platform)] : [forgetPending(platform), device]
  return { ...admitted, setCookie: [...admitted.setCookie, ...more] }
}

/**
 * Why this does not prove the account's second factor; nothing when it does. Counted before it is looked at; failures
 * are in the log of the account.
 */
export async function refuseFactor(
  accounts: Accounts,
  client: Client,
  account: AccountRow,
  { use, proof }: { use: 'second-factor' | 'confirm'; proof: FactorProof },
): Promise<{ readonly ok: false; readonly refusal: 'wrong-code' } | TooManyAttempts | undefined> {
  const { platform } = accounts
  const counted = factorTries(client, account.id, deviceOf(platform, client.headers, account.email))
  const wait = await countAttempt(platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const accountId = account.id
  const good =
    proof.passkey === undefined
      ? await isCode(accounts, client, account, proof.code)
      : (await passkeyAccount(platform, { use, accountId }, proof.passkey)) === accountId
  if (good) {
    await forgiveAttempt(platform, counted)
    return undefined
  }
  const method = proof.passkey === undefined ? 'code' : 'passkey'
  await logAccount(platform.db, platform, client, { accountId, kind: 'factor-failed', method })
  return { ok: false, refusal: 'wrong-code' }
}

async function isCode(
  accounts: Accounts,
  client: Client,
  account: AccountRow,
  typed: string,
): Promise<boolean> {
  const code = typed.replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(code)) return isAppCode(accounts.platform, account.id, code)
  const { platform } = accounts
  if (!(await useRecoveryCode(platform.db, platform, { accountId: account.id, code }))) return false
  await tellRecoveryCodeUsed(accounts, client, account)
  return true
}

/** Whether the application of the account shows this code now, and no code of its step was accepted before. */
async function isAppCode(platform: Platform, accountId: string, code: string): Promise<boolean> {
  const app = await codeAppOf(platform.db, accountId)
  if (!app?.confirmedAt) return false
  const secret = Buffer.from(unseal(platform, codeAppUse, app.secret), 'base64')
  const step = stepOfCode(secret, code, platform.clock.now())
  return step !== undefined && spendStep(platform.db, { accountId, step })
}
