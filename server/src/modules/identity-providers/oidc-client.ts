// SPDX-License-Identifier: MIT
import * as client from 'openid-client'
import type { Platform } from '../../platform/context.ts'
import { type Outgoing, OutgoingError } from '../../platform/outgoing/outgoing.ts'
import { ProviderError } from './proof.ts'
import { outgoingOf, type Provider } from './provider.ts'
import type { OidcSettings } from './provider-settings.ts'

/** How long what a provider publishes of itself is believed. */
const discoveredForMs = 3_600_000

type Discovered = {
  readonly server: client.ServerMetadata
  readonly at: number
  /** Its keys, fetched when first needed and again when an unknown one signs. */
  keys: client.ExportedJWKSCache | undefined
}

/**
 * The provider as openid-client speaks to it. What it publishes is fetched at the first sign-in and then once an hour;
 * when it cannot be reached, the next sign-in tries again: no provider is given up.
 *
 * Signatures of ID tokens and of userinfo answers are verified although they come over TLS.
 *
 * @throws ProviderError `provider-unreachable`
 */
export async function oidcClient(
  platform: Platform,
  provider: Provider<OidcSettings>,
): Promise<{ readonly config: client.Configuration; readonly keep: () => void }> {
  const discovered = await discover(platform, provider)
  const { settings } = provider
  const config = new client.Configuration(
    discovered.server,
    settings.clientId,
    {
      client_secret: provider.secret,
      id_token_signed_response_alg: settings.idTokenAlgorithm,
      ...(isSigned(settings.userinfo) && { userinfo_signed_response_alg: settings.userinfo }),
      // Tokens are judged by the platform's clock.
      [client.clockSkew]: Math.round((platform.clock.now().getTime() - Date.now()) / 1000),
      [client.clockTolerance]: settings.clockToleranceSeconds,
    },
    clientAuthentication(provider),
  )
  config[client.customFetch] = guardedFetch(outgoingOf(platform))
  if (isInsecure(settings)) client.allowInsecureRequests(config)
  client.enableNonRepudiationChecks(config)
  if (discovered.keys) client.setJwksCache(config, discovered.keys)
  return { config, keep: () => void (discovered.keys = client.getJwksCache(config)) }
}

/** What the provider publishes of itself, fetched now: for an administrator who tries a configuration. */
export async function discoverNow(
  platform: Platform,
  settings: Pick<OidcSettings, 'issuer' | 'clientId'>,
): Promise<client.ServerMetadata> {
  try {
    const found = await client.discovery(new URL(settings.issuer), settings.clientId, {}, client.None(), {
      [client.customFetch]: guardedFetch(outgoingOf(platform)),
      execute: isInsecure(settings) ? [client.allowInsecureRequests] : [],
    })
    return found.serverMetadata()
  } catch (error) {
    throw new ProviderError('provider-unreachable', 'discovery failed', error)
  }
}

async function discover(platform: Platform, { id, version, settings }: Provider<OidcSettings>) {
  const key = `identity-provider:${id}:${version}`
  const load = async (): Promise<Discovered> => ({
    server: await discoverNow(platform, settings),
    at: platform.clock.now().getTime(),
    keys: undefined,
  })
  const known = await platform.cache.remember(key, load)
  if (platform.clock.now().getTime() - known.at < discoveredForMs) return known
  platform.cache.forget(key)
  return platform.cache.remember(key, load)
}

function clientAuthentication({ settings, secret }: Provider<OidcSettings>): client.ClientAuth {
  return settings.clientAuthentication === 'client_secret_basic'
    ? client.ClientSecretBasic(secret)
    : client.ClientSecretPost(secret)
}

export const isSigned = (
  userinfo: OidcSettings['userinfo'],
): userinfo is Exclude<typeof userinfo, 'json' | 'none'> => userinfo !== 'json' && userinfo !== 'none'

/** Only an address on this machine may be without TLS: see `providerUrl`. */
const isInsecure = ({ issuer }: Pick<OidcSettings, 'issuer'>) => issuer.startsWith('http:')

/** `fetch` as openid-client calls it, through the guard of outgoing requests. */
export function guardedFetch(outgoing: Outgoing): client.CustomFetch {
  return async (url, { method, headers, body }) => {
    const text = body === undefined || body === null ? undefined : textOf(body)
    const answer = await outgoing({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers,
      ...(text !== undefined && { body: text }),
    })
    return new Response(answer.body, {
      status: answer.status,
      headers: { 'content-type': answer.contentType },
    })
  }
}

function textOf(body: NonNullable<client.FetchBody>): string {
  if (typeof body === 'string') return body
  if (body instanceof URLSearchParams) return body.toString()
  throw new Error('a request to a provider has a body of an unknown kind')
}

/** What an error of openid-client amounts to. */
export function asProviderError(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error
  if (error instanceof client.AuthorizationResponseError)
    return new ProviderError('provider-declined', error.error, error)
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof OutgoingError) return new ProviderError('provider-unreachable', cause.reason, error)
  }
  const status = error instanceof client.ResponseBodyError ? error.status : undefined
  if (status !== undefined && status >= 500)
    return new ProviderError('provider-unreachable', `status ${status}`, error)
  return new ProviderError('answer-refused', error instanceof Error ? error.message : 'unknown', error)
}
