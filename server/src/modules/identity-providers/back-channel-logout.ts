// SPDX-License-Identifier: MIT
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import type { Platform } from '../../platform/context.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { oidcClient } from './oidc-client.ts'
import { ProviderError } from './proof.ts'
import { outgoingOf, type Provider } from './provider.ts'
import { endProviderSessions } from './provider-sessions.queries.ts'
import type { OidcSettings } from './provider-settings.ts'
import { spendToken } from './providers.queries.ts'

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
/** How old a logout token may be, whatever it says itself. */
const maxAgeSeconds = 120

/**
 * Ends the sessions that the provider says are over there (OpenID Connect Back-Channel Logout 1.0, §2.6).
 *
 * @returns how many ended
 * @throws ProviderError `answer-refused` for a token that is not signed by the provider, not for us, too old, an ID
 *   token in disguise, or used before
 */
export async function backChannelLogout(
  platform: Platform,
  provider: Provider<OidcSettings>,
  logoutToken: string,
): Promise<number> {
  const { payload } = await verified(platform, provider, logoutToken)
  const { events, jti, nonce, sid, sub } = payload
  const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, logoutEvent)
  if (!isLogout || nonce !== undefined || typeof jti !== 'string')
    throw new ProviderError('answer-refused', 'not a logout token')
  const expiresAt = new Date(platform.clock.now().getTime() + (maxAgeSeconds + 300) * 1000)
  const isNew = await spendToken(platform.db, { hash: tokenHash(`${provider.id}:${jti}`), expiresAt })
  if (!isNew) throw new ProviderError('answer-refused', 'logout token used before')
  return endProviderSessions(platform.db, {
    providerId: provider.id,
    sid: typeof sid === 'string' ? sid : undefined,
    subject: typeof sub === 'string' ? sub : undefined,
  })
}

async function verified(platform: Platform, provider: Provider<OidcSettings>, token: string) {
  const { issuer, jwks_uri: keysUrl } = (await oidcClient(platform, provider)).config.serverMetadata()
  try {
    const answer = await outgoingOf(platform)({ method: 'GET', url: keysUrl ?? '' })
    const keys = createLocalJWKSet(JSON.parse(answer.body) as JSONWebKeySet) // checked by jose
    return await jwtVerify(token, keys, {
      issuer,
      audience: provider.settings.clientId,
      algorithms: ['RS256', 'ES256', 'PS256'],
      requiredClaims: ['iat', 'jti'],
      maxTokenAge: maxAgeSeconds,
      clockTolerance: provider.settings.clockToleranceSeconds,
      currentDate: platform.clock.now(),
    })
  } catch (error) {
    throw new ProviderError('answer-refused', 'logout token', error)
  }
}
