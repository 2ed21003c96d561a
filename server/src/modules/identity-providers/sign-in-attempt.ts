// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { cookieName, setCookie } from '../../platform/http/cookies.ts'
import { randomToken } from '../../platform/ids.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { seal, unseal } from '../../platform/sealed.ts'
import type { Client } from '../accounts/index.ts'
import { insertAttempt } from './attempts.queries.ts'
import { type OidcChecks, oidcRequest } from './oidc.ts'
import type { Provider } from './provider.ts'
import { type SamlChecks, samlRequest } from './saml.ts'
import type { OidcSettings, SamlSettings } from './provider-settings.ts'

const attemptUse = 'identity provider attempt'
const attemptMinutes = 10

/** Binds a sign-in to the browser that began it, so that nobody ends theirs in somebody else's (RFC 9700, §4.7). */
const browserCookie = 'guichet.provider'
const cookiePath = '/connexion'

export type Begun = {
  /** Address at the provider. */
  readonly location: string
  readonly setCookie: readonly string[]
}

/** Begins a sign-in (or, with an account, a link): remembers what the answer must match, and says where to go. */
export async function beginAttempt(
  platform: Platform,
  client: Client,
  { provider, accountId, returnTo }: { provider: Provider; accountId: string | null; returnTo: string },
): Promise<Begun> {
  const state = randomToken()
  const { location, checks } = isOidc(provider)
    ? await oidcRequest(platform, provider, state)
    : await samlRequest(platform, provider as Provider<SamlSettings>, state) // the other of the two kinds
  // One for all attempts of a browser: two pages may sign in side by side.
  const browser = browserOf(platform, client) ?? randomToken()
  await insertAttempt(platform.db, {
    state: tokenHash(state),
    providerId: provider.id,
    browser: tokenHash(browser),
    accountId,
    checks: seal(platform, attemptUse, JSON.stringify({ ...checks, state })),
    returnTo,
    expiresAt: new Date(platform.clock.now().getTime() + attemptMinutes * 60_000),
  })
  const options = { maxAgeSeconds: attemptMinutes * 60, path: cookiePath }
  return { location, setCookie: [setCookie(platform.tenant.publicUrl, browserCookie, browser, options)] }
}

export const isOidc = (provider: Provider): provider is Provider<OidcSettings> =>
  provider.settings.kind === 'oidc'

/** The value of the cookie of this browser, when it looks like one of ours. */
export function browserOf({ tenant }: Platform, { headers }: Client): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const sent = `${cookieName(tenant.publicUrl, browserCookie, cookiePath)}=`
  const value = pairs.find((pair) => pair.startsWith(sent))?.slice(sent.length)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** What the answer must match, as it was sealed at the beginning. */
export function openChecks(platform: Platform, box: Buffer): (OidcChecks | SamlChecks) & { state: string } {
  return JSON.parse(unseal(platform, attemptUse, box)) as (OidcChecks | SamlChecks) & { state: string } // sealed by us
}

/** What waits for its browser. */
export const sealProof = (platform: Platform, proof: unknown): Buffer =>
  seal(platform, attemptUse, JSON.stringify(proof))
export const openProof = (platform: Platform, box: Buffer): unknown =>
  JSON.parse(unseal(platform, attemptUse, box))
