// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { dropAttempt, findAttempt, keepProof } from './attempts.queries.ts'
import { ProviderError, type ProviderFailure, reasonOf } from './proof.ts'
import { enabledProvider, type Provider } from './provider.ts'
import type { SamlSettings } from './provider-settings.ts'
import { samlProof } from './saml.ts'
import { isOidc, openChecks, sealProof } from './sign-in-attempt.ts'

/**
 * Takes the answer that a SAML provider made a browser post. The form comes from another site: it carries none of our
 * cookies, hence who brings it is not known. A verified answer is kept, once, until the browser that asked for it
 * comes by its own address; another has no use of it.
 *
 * @returns why it was not taken, or nothing
 * @throws Problem `not-found` for a provider that is unknown, switched off, or of another kind
 */
export async function receiveAssertion(
  platform: Platform,
  { provider: key, answer, state }: { provider: string; answer: string; state: string },
): Promise<ProviderFailure | undefined> {
  const provider = await enabledProvider(platform, key)
  const now = platform.clock.now()
  const hash = tokenHash(state)
  try {
    if (isOidc(provider)) throw new ProviderError('answer-refused', 'not a SAML provider')
    const attempt = await findAttempt(platform.db, { state: hash, providerId: provider.id, now })
    // Answers that nobody asked for are not taken, even signed: they could be somebody else's.
    if (!attempt) throw new ProviderError('answer-refused', 'no sign-in awaits it')
    const checks = openChecks(platform, attempt.checks)
    if (!('requestId' in checks)) throw new ProviderError('answer-refused', 'not a SAML sign-in')
    const proof = await samlProof(platform, provider as Provider<SamlSettings>, {
      answer,
      checks,
    })
    const isFirst = await keepProof(platform.db, hash, sealProof(platform, proof))
    if (!isFirst) throw new ProviderError('answer-refused', 'an answer came before')
    return undefined
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    platform.log.warn(
      { reason: reasonOf(error), provider: key, failure: error.failure },
      'an assertion was not taken',
    )
    await dropAttempt(platform.db, hash)
    return error.failure
  }
}
