// SPDX-License-Identifier: MIT
import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { makeSigningKey } from './signing-key.ts'

/** What an assertion says; anything left out is as it should be. */
export type Said = {
  readonly nameId?: string
  readonly attributes?: Readonly<Record<string, readonly string[]>>
  readonly issuer?: string
  readonly audience?: string
  readonly recipient?: string
  readonly inResponseTo?: string
  readonly expiresInSeconds?: number
  readonly nameIdFormat?: string
  readonly context?: string
}

export type TestSamlProvider = {
  readonly entityId: string
  readonly metadata: string
  /** Checks our signed request, and tells its id with the state that travels along. */
  read(location: string, ourMetadata: string): Promise<{ id: string; state: string }>
  /** The answer that its page would post to us, in base64. */
  answer(request: { id: string }, ourMetadata: string, said?: Said): Promise<string>
}

/** What is used of the library. An import would bring its types, and with them those of a browser’s document. */
type Party = { readonly entityMeta: { getEntityID(): string }; getMetadata(): string }
type Idp = Party & {
  parseLoginRequest(
    sp: Party,
    binding: 'redirect',
    request: { query: Record<string, string>; octetString: string },
  ): Promise<{ readonly extract: { readonly request: { readonly id: string } } }>
  createLoginResponse(
    sp: Party,
    request: null,
    binding: 'post',
    user: object,
    replace: () => { readonly id: string; readonly context: string },
  ): Promise<{ readonly context: string }>
}
type Samlify = {
  IdentityProvider(settings: object): Idp
  ServiceProvider(settings: object): Party
  setSchemaValidator(validator: { validate(xml: string): Promise<string> }): void
  readonly Constants: { readonly namespace: { readonly binding: Readonly<Record<string, string>> } }
}
const samlify = createRequire(import.meta.url)('samlify') as Samlify

const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'
samlify.setSchemaValidator({ validate: async () => 'not looked at' })

/** A real provider's library, without its pages: what it signs is what browsers would carry. */
export async function aTestSamlProvider(): Promise<TestSamlProvider> {
  const entityId = 'https://idp.plassans.example/metadata'
  const { privateKey, certificate } = await makeSigningKey('idp.plassans.example', new Date())
  const { binding } = samlify.Constants.namespace
  const idp = samlify.IdentityProvider({
    entityID: entityId,
    privateKey,
    signingCert: certificate,
    wantAuthnRequestsSigned: true,
    nameIDFormat: [persistent],
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    singleSignOnService: [{ Binding: binding['redirect'], Location: 'https://idp.plassans.example/sso' }],
    singleLogoutService: [{ Binding: binding['redirect'], Location: 'https://idp.plassans.example/slo' }],
  })
  const metadata = idp.getMetadata()

  return {
    entityId,
    metadata,
    read: async (location, ourMetadata) => {
      const url = new URL(location)
      const query = Object.fromEntries(url.searchParams)
      const octetString = ['SAMLRequest', 'RelayState', 'SigAlg']
        .map((name) => `${name}=${encodeURIComponent(query[name] ?? '')}`)
        .join('&')
      const sp = samlify.ServiceProvider({ metadata: ourMetadata })
      const { extract } = await idp.parseLoginRequest(sp, 'redirect', { query, octetString })
      return { id: extract.request.id, state: query['RelayState'] ?? '' }
    },
    answer: async (request, ourMetadata, said = {}) => {
      const sp = samlify.ServiceProvider({ metadata: ourMetadata })
      const { context } = await idp.createLoginResponse(sp, null, 'post', {}, () => {
        const id = `_${randomUUID()}`
        return { id, context: responseXml(id, { entityId, sp: sp.entityMeta.getEntityID(), request, said }) }
      })
      return context
    },
  }
}

function responseXml(
  id: string,
  { entityId, sp, request, said }: { entityId: string; sp: string; request: { id: string }; said: Said },
): string {
  const now = Date.now()
  const at = (seconds: number) => new Date(now + seconds * 1000).toISOString()
  const until = at(said.expiresInSeconds ?? 300)
  const acs = said.recipient ?? sp.replace(/metadonnees$/, 'saml')
  const inResponseTo = said.inResponseTo ?? request.id
  const issuer = `<saml:Issuer>${said.issuer ?? entityId}</saml:Issuer>`
  const attributes = Object.entries(said.attributes ?? {})
    .map(([name, values]) => {
      const texts = values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')
      return `<saml:Attribute Name="${name}">${texts}</saml:Attribute>`
    })
    .join('')
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${at(0)}" Destination="${acs}" InResponseTo="${inResponseTo}">${issuer}<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" Version="2.0" IssueInstant="${at(0)}">${issuer}<saml:Subject><saml:NameID Format="${said.nameIdFormat ?? persistent}">${said.nameId ?? 'n-1'}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${acs}" InResponseTo="${inResponseTo}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(-60)}" NotOnOrAfter="${until}"><saml:AudienceRestriction><saml:Audience>${said.audience ?? sp}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="_s-1"><saml:AuthnContext><saml:AuthnContextClassRef>${said.context ?? 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion></samlp:Response>`
}
