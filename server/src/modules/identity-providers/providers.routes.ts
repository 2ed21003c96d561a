// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { backChannelLogout } from './back-channel-logout.ts'
import { ProviderError, reasonOf } from './proof.ts'
import { enabledProvider, type Provider, providerAddresses } from './provider.ts'
import type { SamlSettings } from './provider-settings.ts'
import { receiveAssertion } from './receive-assertion.ts'
import { samlMetadata } from './saml.ts'
import { isOidc } from './sign-in-attempt.ts'

const at = '/connexion/fournisseurs/:provider'
/** Assertions with many attributes are large; nothing else comes here. */
const bodyLimit = 262_144

/**
 * What providers themselves call or make browsers post, which no page can answer: their forms come from another site,
 * on purpose, and are believed for their signature alone.
 */
export async function providersRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(async (routes) => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    const schema = { hide: true }
    const config = { takesForeignForms: true } as const

    routes.post(`${at}/saml`, { schema, config }, async (request, reply) => {
      const provider = keyOf(request.params)
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const state = form.get('RelayState') ?? ''
      const failure = await receiveAssertion(platform, {
        provider,
        answer: form.get('SAMLResponse') ?? '',
        state,
      })
      const back = new URL(providerAddresses(platform, provider).callback)
      back.searchParams.set('state', state)
      if (failure) back.searchParams.set('echec', failure)
      return uncached(reply).redirect(back.href, 303)
    })

    routes.get(`${at}/metadonnees`, { schema }, async (request, reply) => {
      const provider = await enabledProvider(platform, keyOf(request.params))
      if (isOidc(provider)) throw problem('not-found')
      const xml = samlMetadata(platform, provider as Provider<SamlSettings>)
      return reply.type('application/samlmetadata+xml; charset=utf-8').send(xml)
    })

    routes.post(`${at}/deconnexion`, { schema, config }, async (request, reply) => {
      const provider = await enabledProvider(platform, keyOf(request.params))
      if (!isOidc(provider)) throw problem('not-found')
      const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : null
      try {
        await backChannelLogout(platform, provider, token ?? '')
        return await uncached(reply).code(200).send()
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error
        platform.log.warn({ reason: reasonOf(error), provider: provider.key }, 'a logout token was not taken')
        return uncached(reply).code(400).send({ error: 'invalid_request' })
      }
    })

    // A provider that posts its answer to our sign-out: there is nothing left to do.
    routes.post('/deconnexion/retour', { schema, config }, async (_request, reply) =>
      uncached(reply).redirect(`${platform.tenant.publicUrl}/`, 303),
    )
  })
}

const keyOf = (params: unknown): string => (params as { provider: string }).provider // of the path above

const uncached = (reply: FastifyReply) => reply.header('cache-control', 'no-store')
