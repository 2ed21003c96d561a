// SPDX-License-Identifier: MIT
import * as client from 'openid-client'
import type { Platform } from '../../platform/context.ts'
import type { Claims } from './claims.ts'
import { asProviderError, oidcClient } from './oidc-client.ts'
import { type Proof, ProviderError, requireLevel, reasonOf } from './proof.ts'
import { type Provider, providerAddresses } from './provider.ts'
import type { OidcSettings } from './provider-settings.ts'

/** What the answer must match. */
export type OidcChecks = { readonly nonce: string; readonly verifier: string | null }

/**
 * Where the browser goes to sign in, and what the answer will have to match (OpenID Connect Core 1.0, §3.1.2; PKCE,
 * RFC 7636).
 *
 * @throws ProviderError `provider-unreachable`
 */
export async function oidcRequest(
  platform: Platform,
  provider: Provider<OidcSettings>,
  state: string,
): Promise<{ readonly location: string; readonly checks: OidcChecks }> {
  const { config } = await oidcClient(platform, provider)
  const { settings } = provider
  const nonce = client.randomNonce()
  const verifier = settings.pkce ? client.randomPKCECodeVerifier() : null
  const location = client.buildAuthorizationUrl(config, {
    redirect_uri: providerAddresses(platform, provider.key).callback,
    scope: settings.scopes.join(' '),
    state,
    nonce,
    ...(settings.acrValues.length > 0 && { acr_values: settings.acrValues.join(' ') }),
    ...(settings.claimsRequest !== undefined && { claims: settings.claimsRequest }),
    ...(verifier !== null && {
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
  })
  return { location: location.href, checks: { nonce, verifier } }
}

/**
 * Who signed in: exchanges the code, verifies the ID token (signature, issuer, audience, times, nonce) and asks the
 * userinfo endpoint, whose subject must be the same (Core §5.3.2). `search` is the query of the address that the
 * provider sent the browser back to.
 *
 * @throws ProviderError
 */
export async function oidcProof(
  platform: Platform,
  provider: Provider<OidcSettings>,
  { search, state, checks }: { search: string; state: string; checks: OidcChecks },
): Promise<Proof> {
  const { settings } = provider
  const { config, keep } = await oidcClient(platform, provider)
  const back = new URL(providerAddresses(platform, provider.key).callback)
  back.search = search
  try {
    const tokens = await client.authorizationCodeGrant(config, back, {
      expectedState: state,
      expectedNonce: checks.nonce,
      idTokenExpected: true,
      ...(checks.verifier !== null && { pkceCodeVerifier: checks.verifier }),
    })
    const idToken = tokens.claims()
    if (!idToken || tokens.id_token === undefined) throw new ProviderError('answer-refused', 'no ID token')
    requireLevel(settings.acceptedAcr, text(idToken.acr))
    const told: Claims =
      settings.userinfo === 'none' ? {} : await client.fetchUserInfo(config, tokens.access_token, idToken.sub)
    keep()
    return {
      subject: idToken.sub,
      claims: { ...idToken, ...told, acr: idToken.acr, amr: idToken.amr },
      acr: text(idToken.acr),
      amr: Array.isArray(idToken.amr) ? idToken.amr.filter((method) => typeof method === 'string') : [],
      sid: text(idToken.sid),
      hint: tokens.id_token,
    }
  } catch (error) {
    throw asProviderError(error)
  }
}

/**
 * Where the browser goes to sign out at the provider too (RP-Initiated Logout 1.0); `undefined` when it offers no such
 * thing, or cannot be reached: nobody is kept from signing out here.
 */
export async function oidcLogout(
  platform: Platform,
  provider: Provider<OidcSettings>,
  { hint, state }: { hint: string; state: string },
): Promise<string | undefined> {
  if (!provider.settings.logout) return undefined
  try {
    const { config } = await oidcClient(platform, provider)
    if (config.serverMetadata().end_session_endpoint === undefined) return undefined
    return client.buildEndSessionUrl(config, {
      id_token_hint: hint,
      post_logout_redirect_uri: providerAddresses(platform, provider.key).afterLogout,
      state,
    }).href
  } catch (error) {
    platform.log.warn({ reason: reasonOf(error), provider: provider.key }, 'no sign-out at the provider')
    return undefined
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
