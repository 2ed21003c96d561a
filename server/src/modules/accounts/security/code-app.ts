// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import { renderSVG } from 'uqr'
import { seal, unseal } from '../../../platform/sealed.ts'
import type { Accounts } from '../accounts.ts'
import { countAttempt, factorTries, forgiveAttempt } from '../attempts.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { deviceOf } from '../device-mark.ts'
import { codeAppOf, factorsOf, spendStep, writeCodeApp } from '../factors/factors.queries.ts'
import { drawRecoveryCodes, keepRecoveryCodes } from '../factors/recovery-codes.ts'
import { base32, codeAppUri, stepOfCode } from '../factors/totp.ts'
import { codeAppUse } from '../sealed-accounts.ts'
import { proveSession } from '../sessions.queries.ts'
import type { TooManyAttempts } from '../sign-in.ts'
import { isFresh, ownAccount, type ProofWanted, proofWanted } from './own-account.ts'
import { recordAndTell } from './tell-change.ts'

/** As long as the digest (RFC 4226, §4). */
const secretBytes = 20

export type CodeAppOffered = {
  readonly ok: true
  /** To type where no picture can be taken, in groups of four. */
  readonly key: string
  /** For an application on this very device. */
  readonly uri: string
  /** The picture to take, as SVG made here. */
  readonly svg: string
}

export type AlreadyThere = { readonly ok: false; readonly refusal: 'already-there' }

/**
 * Offers a secret to a code application. It serves nothing until `confirmCodeApp`; asked again, the same page is shown
 * with another secret.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function offerCodeApp(
  accounts: Accounts,
  caller: Caller,
): Promise<CodeAppOffered | AlreadyThere | ProofWanted> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  const { platform } = accounts
  const secret = randomBytes(secretBytes)
  const written = await platform.db.transaction().execute((tx) =>
    writeCodeApp(tx, {
      accountId: account.id,
      secret: seal(platform, codeAppUse, secret.toString('base64')),
      at: platform.clock.now(),
    }),
  )
  if (!written) return { ok: false, refusal: 'already-there' }
  const text = base32(secret)
  const uri = codeAppUri(text, { issuer: platform.tenant.name, account: account.email })
  return { ok: true, key: text.replaceAll(/(.{4})(?=.)/g, '$1 '), uri, svg: renderSVG(uri, { border: 2 }) }
}

export type CodeAppConfirmed =
  /** `recoveryCodes`: shown this once; none when the account has some already. */
  | { readonly ok: true; readonly recoveryCodes: readonly string[] | undefined }
  | { readonly ok: false; readonly refusal: 'wrong-code' | 'nothing-offered' }
  | TooManyAttempts
  | ProofWanted

/** The application shows the right code: it serves from now on. The session is strong: this code is a second factor. */
export async function confirmCodeApp(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  typed: string,
): Promise<CodeAppConfirmed> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  const { platform } = accounts
  const counted = factorTries(client, account.id, deviceOf(platform, client.headers, account.email))
  const wait = await countAttempt(platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const app = await codeAppOf(platform.db, account.id)
  if (!app || app.confirmedAt) return { ok: false, refusal: 'nothing-offered' }
  const secret = Buffer.from(unseal(platform, codeAppUse, app.secret), 'base64')
  const at = platform.clock.now()
  const step = stepOfCode(secret, typed.replaceAll(/\s/g, ''), at)
  if (step === undefined) return { ok: false, refusal: 'wrong-code' }
  await forgiveAttempt(platform, counted)

  const { recoveryCodesLeft } = await factorsOf(platform.db, account.id)
  const drawn = recoveryCodesLeft > 0 ? undefined : await drawRecoveryCodes(account.id)
  const taken = await platform.db.transaction().execute(async (tx) => {
    if (!(await spendStep(tx, { accountId: account.id, step, confirmedAt: at }))) return false
    if (drawn) await keepRecoveryCodes(tx, platform, { accountId: account.id, hashes: drawn.hashes })
    await proveSession(tx, session.sessionId, { at, strong: true })
    await recordAndTell(tx, accounts, client, { account, kind: 'code-app-added' })
    return true
  })
  return taken ? { ok: true, recoveryCodes: drawn?.codes } : { ok: false, refusal: 'wrong-code' }
}
