// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import {
  generateServiceProviderMetadata,
  SAML,
  SamlStatusError,
  ValidateInResponseTo,
} from '@node-saml/node-saml'
import type { Platform } from '../../platform/context.ts'
import { type Proof, ProviderError, requireLevel } from './proof.ts'
import { type Provider, providerAddresses } from './provider.ts'
import type { SamlSettings } from './provider-settings.ts'
import { readAssertion } from './saml-assertion.ts'

/** What the answer must match. */
export type SamlChecks = { readonly requestId: string }

/** Of the formats of NameID: the same for one person each time, and for nobody else. */
const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'

/**
 * The provider as node-saml speaks to it. Requests are signed; an assertion must be signed itself, whatever signature
 * the answer around it has. Which request is answered, by whom and for whom, is verified in `readAssertion`: the
 * library leaves part of it out.
 */
function samlClient(platform: Platform, provider: Provider<SamlSettings>, requestId?: string): SAML {
  const { settings } = provider
  const addresses = providerAddresses(platform, provider.key)
  return new SAML({
    issuer: addresses.metadata,
    callbackUrl: addresses.assertion,
    audience: addresses.metadata,
    entryPoint: settings.signOnUrl,
    ...(settings.logoutUrl !== undefined && { logoutUrl: settings.logoutUrl }),
    idpIssuer: settings.entityId,
    idpCert: settings.certificates,
    privateKey: provider.secret,
    publicCert: provider.certificate,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.never,
    identifierFormat: settings.nameIdFormat ?? persistent,
    disableRequestedAuthnContext: settings.authnContext.length === 0,
    authnContext: settings.authnContext,
    acceptedClockSkewMs: settings.clockToleranceSeconds * 1000,
    ...(requestId !== undefined && { generateUniqueId: () => requestId }),
  })
}

/** Where the browser goes to sign in, with a signed request (SAML 2.0 Bindings, §3.4). */
export async function samlRequest(
  platform: Platform,
  provider: Provider<SamlSettings>,
  state: string,
): Promise<{ readonly location: string; readonly checks: SamlChecks }> {
  // An identifier of XML does not begin with a digit.
  const requestId = `_${randomBytes(20).toString('hex')}`
  const location = await samlClient(platform, provider, requestId).getAuthorizeUrlAsync(state, undefined, {})
  return { location, checks: { requestId } }
}

/**
 * Who signed in, from the answer that the provider made the browser post.
 *
 * @throws ProviderError
 */
export async function samlProof(
  platform: Platform,
  provider: Provider<SamlSettings>,
  { answer, checks }: { answer: string; checks: SamlChecks },
): Promise<Proof> {
  refuseWeakSignatures(answer)
  const { settings } = provider
  try {
    const { profile } = await samlClient(platform, provider).validatePostResponseAsync({
      SAMLResponse: answer,
    })
    const read = readAssertion(profile?.getAssertion?.(), {
      ...checks,
      entityId: settings.entityId,
      recipient: providerAddresses(platform, provider.key).assertion,
      subjectClaim: settings.subject,
    })
    requireLevel(settings.acceptedAcr, read.acr)
    return read
  } catch (error) {
    if (error instanceof ProviderError) throw error
    if (error instanceof SamlStatusError) throw new ProviderError('provider-declined', error.message, error)
    throw new ProviderError('answer-refused', error instanceof Error ? error.message : 'unknown', error)
  }
}

/** SHA-1 proves nothing any more (RGS B1); the library still takes it. */
function refuseWeakSignatures(answer: string): void {
  const xml = Buffer.from(answer, 'base64').toString('utf8')
  if (/xmldsig#(rsa-sha1|dsa-sha1|hmac-sha1|sha1)\b/.test(xml))
    throw new ProviderError('answer-refused', 'signed with SHA-1')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new ProviderError('answer-refused', 'has a document type')
}

/** Where the browser goes to sign out at the provider too; `undefined` when it offers no such thing. */
export async function samlLogout(
  platform: Platform,
  provider: Provider<SamlSettings>,
  { hint, state }: { hint: string; state: string },
): Promise<string | undefined> {
  if (provider.settings.logoutUrl === undefined) return undefined
  const { nameId, nameIdFormat, sessionIndex } = JSON.parse(hint) as SamlHint // sealed by us
  return samlClient(platform, provider).getLogoutUrlAsync(
    {
      issuer: provider.settings.entityId,
      nameID: nameId,
      nameIDFormat: nameIdFormat ?? persistent,
      ...(sessionIndex !== null && { sessionIndex }),
    },
    state,
    {},
  )
}

/** What ends a session at a SAML provider. */
export type SamlHint = {
  readonly nameId: string
  readonly nameIdFormat: string | null
  readonly sessionIndex: string | null
}

/** What the provider must know of us: addresses, and the certificate of our requests. */
export function samlMetadata(platform: Platform, provider: Provider<SamlSettings>): string {
  const addresses = providerAddresses(platform, provider.key)
  return generateServiceProviderMetadata({
    issuer: addresses.metadata,
    callbackUrl: addresses.assertion,
    logoutCallbackUrl: addresses.afterLogout,
    identifierFormat: provider.settings.nameIdFormat ?? persistent,
    wantAssertionsSigned: true,
    privateKey: provider.secret,
    publicCerts: provider.certificate,
    signatureAlgorithm: 'sha256',
  })
}
