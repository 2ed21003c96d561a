// SPDX-License-Identifier: MIT
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Accounts } from '../accounts.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { isOurChallenge, makeChallenge, spendChallenge } from '../factors/challenge.ts'
import { factorsOf } from '../factors/factors.queries.ts'
import { readPasskeyAnswer, relyingParty } from '../factors/passkey-answer.ts'
import { insertPasskey, passkeysOf, type StoredPasskey } from '../factors/passkeys.queries.ts'
import { drawRecoveryCodes, keepRecoveryCodes } from '../factors/recovery-codes.ts'
import { proveSession } from '../sessions.queries.ts'
import { isFresh, ownAccount, type ProofWanted, proofWanted } from './own-account.ts'
import { recordAndTell } from './tell-change.ts'

const longestName = 60
const mostPasskeys = 20
/** EdDSA, ES256 and RS256, which every authenticator has one of (COSE, RFC 9053). */
const algorithms = [-8, -7, -257]

/**
 * What the browser is to ask a new passkey: one that this account has already is refused by itself.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function passkeyCreation(
  accounts: Accounts,
  caller: Caller,
): Promise<PublicKeyCredentialCreationOptionsJSON | undefined> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return undefined
  const { platform } = accounts
  const { id: rpID, name: rpName } = relyingParty(platform)
  const own = await passkeysOf(platform.db, account.id)
  return generateRegistrationOptions({
    rpID,
    rpName,
    userName: account.email,
    userDisplayName: account.name,
    userID: new TextEncoder().encode(account.id),
    challenge: new Uint8Array(makeChallenge(platform, { use: 'add', accountId: account.id })),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    excludeCredentials: own.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  })
}

export type PasskeyAdded =
  /** `recoveryCodes`: shown this once; none when the account has some already. */
  | { readonly ok: true; readonly recoveryCodes: readonly string[] | undefined }
  | { readonly ok: false; readonly refusal: 'unknown-passkey' | 'missing-passkey-name' | 'too-many-passkeys' }
  | ProofWanted

/** Adds the passkey that answered, under the name its owner gives it. The session is strong: it was just proven. */
export async function addPasskey(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  { name, answer }: { name: string; answer: string },
): Promise<PasskeyAdded> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  const called = name.trim().slice(0, longestName)
  if (called === '') return { ok: false, refusal: 'missing-passkey-name' }
  const { platform } = accounts
  const { passkeys, recoveryCodesLeft } = await factorsOf(platform.db, account.id)
  if (passkeys >= mostPasskeys) return { ok: false, refusal: 'too-many-passkeys' }
  const passkey = await newPasskey(accounts, account.id, answer)
  if (!passkey) return { ok: false, refusal: 'unknown-passkey' }

  const drawn = recoveryCodesLeft > 0 ? undefined : await drawRecoveryCodes(account.id)
  const at = platform.clock.now()
  const added = await platform.db.transaction().execute(async (tx) => {
    if (!(await insertPasskey(tx, { ...passkey, name: called, at }))) return false
    if (drawn) await keepRecoveryCodes(tx, platform, { accountId: account.id, hashes: drawn.hashes })
    await proveSession(tx, session.sessionId, { at, strong: true })
    await recordAndTell(tx, accounts, client, { account, kind: 'passkey-added', detail: { name: called } })
    return true
  })
  return added ? { ok: true, recoveryCodes: drawn?.codes } : { ok: false, refusal: 'unknown-passkey' }
}

/** What is to be kept of the authenticator that answered our challenge, once. */
async function newPasskey(
  { platform }: Accounts,
  accountId: string,
  typed: string,
): Promise<StoredPasskey | undefined> {
  const answer = readPasskeyAnswer(typed) as RegistrationResponseJSON | undefined
  if (!answer) return undefined
  const { id: rpId, origin } = relyingParty(platform)
  let answered = ''
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: (challenge) => {
      answered = challenge
      return isOurChallenge(platform, { use: 'add', accountId }, challenge)
    },
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  if (!(await spendChallenge(platform.db, platform, { challenge: answered, accountId }))) return undefined
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  return {
    id: platform.ids.next(),
    accountId,
    credentialId: id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports,
  }
}
