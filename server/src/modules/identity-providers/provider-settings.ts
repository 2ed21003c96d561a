// SPDX-License-Identifier: MIT
import { localizedText } from '@guichet/engine'
import { z } from 'zod'
import { claimRule } from './claim-rules.ts'

/** Where something is in what a provider tells: names separated by dots, or one name that contains dots itself. */
const claimPath = z.string().trim().min(1).max(200)
const shortText = z.string().trim().min(1).max(200)
const shortTexts = z.array(shortText).max(40)

/** Secrets and identities cross the network here: clear text only to this very machine, for tests and development. */
export const providerUrl = z.url().max(500).refine(isSafe)

function isSafe(address: string): boolean {
  const url = URL.parse(address)
  if (!url || url.username || url.password) return false
  return (
    url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(url.hostname))
  )
}

const common = {
  /** As sentences name it. */
  title: localizedText,
  button: localizedText,
  /** Which official button it is, when the provider demands its own look. */
  look: z.enum(['plain', 'franceconnect', 'proconnect']),
  /** A page that says what the provider is, under the button. */
  about: z.strictObject({ label: localizedText, url: z.url().max(500) }).optional(),
  /** Roles (`solution.role`) of those who may sign in this way; empty: everyone. */
  audience: shortTexts,
  claims: z.strictObject({ firstName: claimPath, lastName: claimPath, email: claimPath }),
  matching: z.strictObject({
    /** Whether the mailbox leads to the account, or the person, that has it. */
    byEmail: z.boolean(),
    /** Who has proven the mailbox: told each time (`email_verified`), the provider for all its people, or nobody. */
    emailProven: z.enum(['told', 'always', 'never']),
    /**
     * Fields of persons that together are one person, with the claim each must equal (its first word alone, for given
     * names); empty: not looked at.
     */
    byFields: z.array(z.strictObject({ claim: claimPath, field: shortText, firstWord: z.boolean() })).max(10),
    /** Whether somebody unknown receives an account. */
    create: z.boolean(),
  }),
  /** What says that a second factor was proven at the provider: one of these `acr`, or one of these `amr`. */
  strong: z.strictObject({ acr: shortTexts, amr: shortTexts }),
  /** Levels (`acr`, authentication context) that are taken; empty: any. */
  acceptedAcr: shortTexts,
  memberships: z.array(claimRule).max(50),
  clockToleranceSeconds: z.number().int().min(0).max(300),
}

export const oidcSettings = z.strictObject({
  ...common,
  kind: z.literal('oidc'),
  issuer: providerUrl,
  clientId: shortText,
  scopes: shortTexts,
  acrValues: shortTexts,
  /** The `claims` parameter, as JSON. */
  claimsRequest: z.string().max(2000).refine(isJsonObject).optional(),
  /** Off only for a provider that refuses parameters it does not know. */
  pkce: z.boolean(),
  clientAuthentication: z.enum(['client_secret_basic', 'client_secret_post']),
  idTokenAlgorithm: z.enum(['RS256', 'ES256', 'PS256']),
  /** How the userinfo endpoint answers: signed by one of these, in clear, or not asked. */
  userinfo: z.enum(['RS256', 'ES256', 'PS256', 'json', 'none']),
  /** Whether signing out here signs out there. */
  logout: z.boolean(),
})

export const samlSettings = z.strictObject({
  ...common,
  kind: z.literal('saml'),
  /** `entityID` of the provider. */
  entityId: shortText,
  signOnUrl: providerUrl,
  logoutUrl: providerUrl.optional(),
  /** Certificates (base64, without PEM lines) whose keys sign assertions. */
  certificates: z
    .array(z.string().regex(/^[A-Za-z0-9+/=]{200,8000}$/))
    .min(1)
    .max(5),
  nameIdFormat: shortText.optional(),
  /** The attribute that tells people apart for ever; the NameID when absent. */
  subject: claimPath.optional(),
  authnContext: shortTexts,
})

export const providerSettings = z.discriminatedUnion('kind', [oidcSettings, samlSettings])

export type OidcSettings = z.infer<typeof oidcSettings>
export type SamlSettings = z.infer<typeof samlSettings>
export type ProviderSettings = z.infer<typeof providerSettings>

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
