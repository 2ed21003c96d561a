// SPDX-License-Identifier: MIT
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import OidcProvider from 'oidc-provider'

/** Somebody at the provider. */
export type ProviderPerson = { readonly sub: string } & Readonly<Record<string, unknown>>

export type TestOidcProvider = {
  readonly issuer: string
  /** Who signs in next, and how well they prove it. */
  signsIn(person: ProviderPerson, proof?: { acr?: string; amr?: readonly string[] }): void
  /**
   * Follows what a browser does from our redirection on, until it is sent back to us.
   *
   * @returns the query of the address it comes back to
   */
  visit(location: string): Promise<string>
  /** A logout token, signed by the provider unless told. */
  logoutToken(claims: JWTPayload, options?: { forged?: boolean }): Promise<string>
  close(): Promise<void>
}

/** A real provider on this machine: signed userinfo and ID tokens (ES256), a client that was declared to it. */
export async function aTestOidcProvider(publicUrl: string, key: string): Promise<TestOidcProvider> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const forger = await generateKeyPair('ES256', { extractable: true })
  const people = new Map<string, ProviderPerson>()
  let next: { person: ProviderPerson; acr: string; amr: readonly string[] } | undefined

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const back = `${publicUrl}/connexion/fournisseurs/${key}`
  const provider = new OidcProvider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'k1', alg: 'ES256', use: 'sig' }] },
    clients: [
      {
        client_id: 'guichet',
        client_secret: 'a-secret-that-both-know',
        redirect_uris: [`${back}/retour`],
        post_logout_redirect_uris: [`${publicUrl}/deconnexion/retour`],
        id_token_signed_response_alg: 'ES256',
        userinfo_signed_response_alg: 'ES256',
        token_endpoint_auth_method: 'client_secret_post',
        backchannel_logout_session_required: true,
        backchannel_logout_uri: `${back}/deconnexion`,
      },
    ],
    acrValues: ['eidas1', 'eidas2'],
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'birthdate', 'siret', 'groups'],
      email: ['email', 'email_verified'],
      acr: null,
      amr: null,
    },
    cookies: { keys: ['cookies of the test provider'] },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      backchannelLogout: { enabled: true },
    },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => people.get(id) }),
    pkce: { required: () => false },
    ttl: { IdToken: 60, Session: 600, Grant: 600, Interaction: 600, AccessToken: 60 },
  })
  const standard = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/interaction/')) return standard(request, response)
    const { params } = await provider.interactionDetails(request, response)
    if (!next) {
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    }
    const { person, acr, amr } = next
    const grant = new provider.Grant({ accountId: person.sub, clientId: params['client_id'] ?? '' })
    grant.addOIDCScope(params['scope'] ?? '')
    grant.addOIDCClaims(['acr', 'amr'])
    await provider.interactionFinished(request, response, {
      login: { accountId: person.sub, acr, amr, remember: false },
      consent: { grantId: await grant.save() },
    })
  }

  return {
    issuer,
    signsIn: (person, { acr = 'eidas1', amr = ['pwd'] } = {}) => {
      people.set(person.sub, person)
      next = { person, acr, amr }
    },
    visit: (location) => followed(location, publicUrl),
    logoutToken: async (claims, { forged = false } = {}) =>
      new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'logout+jwt' })
        .setIssuer(issuer)
        .setAudience('guichet')
        .sign(forged ? forger.privateKey : privateKey),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

async function followed(location: string, publicUrl: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = new URL(location)
  for (let hop = 0; hop < 10; hop += 1) {
    if (url.href.startsWith(publicUrl)) return url.search
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const to = response.headers.get('location')
    if (to === null) throw new Error(`the provider stopped: ${(await response.text()).slice(-700)}`)
    url = new URL(to, url)
  }
  throw new Error('the provider turns in circles')
}
