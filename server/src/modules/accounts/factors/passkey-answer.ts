// SPDX-License-Identifier: MIT
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Platform } from '../../../platform/context.ts'
import { type ChallengeUse, isOurChallenge, makeChallenge, spendChallenge } from './challenge.ts'
import { passkeyOfCredential, passkeysOf, touchPasskey } from './passkeys.queries.ts'

/** Longer than what any authenticator answers. */
const longestAnswer = 20_000

const answerShape = z.object({
  id: z.string(),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}).default({}),
})

/** The site as authenticators know it: the host of its public address. */
export function relyingParty({ tenant }: Platform): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(tenant.publicUrl)
  return { id: hostname, origin, name: tenant.name }
}

/** What a browser is to ask of passkeys: those of the account, or any that it has for this site. */
export async function passkeyRequest(
  platform: Platform,
  wanted: ChallengeUse,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const own = wanted.accountId === undefined ? [] : await passkeysOf(platform.db, wanted.accountId)
  return generateAuthenticationOptions({
    rpID: relyingParty(platform).id,
    challenge: new Uint8Array(makeChallenge(platform, wanted)),
    // Alone, it is two factors only if it checks who holds it.
    userVerification: wanted.use === 'sign-in' ? 'required' : 'preferred',
    allowCredentials: own.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  })
}

/** What a browser sends back, when it has the shape of it. */
export function readPasskeyAnswer(
  typed: string,
): AuthenticationResponseJSON | RegistrationResponseJSON | undefined {
  if (typed.length > longestAnswer) return undefined
  try {
    const read = answerShape.safeParse(JSON.parse(typed))
    // What else it must hold, the verification says.
    return read.success ? (read.data as unknown as AuthenticationResponseJSON) : undefined
  } catch {
    return undefined
  }
}

/**
 * Whose passkey answered, once: it is known, it signed a challenge of ours for this use and this site, and its counter
 * did not go back. Nothing otherwise, whatever the reason.
 */
export async function passkeyAccount(
  platform: Platform,
  wanted: ChallengeUse,
  typed: string,
): Promise<string | undefined> {
  const answer = readPasskeyAnswer(typed) as AuthenticationResponseJSON | undefined
  const passkey = answer && (await passkeyOfCredential(platform.db, answer.id))
  if (!passkey || (wanted.accountId !== undefined && wanted.accountId !== passkey.accountId)) return undefined
  const { id: rpId, origin } = relyingParty(platform)
  let answered = ''
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => {
      answered = challenge
      return isOurChallenge(platform, wanted, challenge)
    },
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: wanted.use === 'sign-in',
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
  }).catch(() => undefined)
  if (!verified?.verified) return undefined
  const { accountId } = passkey
  if (!(await spendChallenge(platform.db, platform, { challenge: answered, accountId }))) return undefined
  const { newCounter: counter } = verified.authenticationInfo
  await touchPasskey(platform.db, { id: passkey.id, counter, at: platform.clock.now() })
  return accountId
}
