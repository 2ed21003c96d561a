// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { OutgoingError } from '../../platform/outgoing/outgoing.ts'
import { requireStudio } from '../definitions/index.ts'
import { settingSentences } from './settings-messages.ts'
import type { SettingProblem } from './check-settings.ts'
import { discoverNow } from './oidc-client.ts'
import { ProviderError, reasonOf } from './proof.ts'
import { outgoingOf } from './provider.ts'
import { providerUrl } from './provider-settings.ts'
import { type ReadMetadata, readSamlMetadata } from './saml-metadata.ts'

/** What was found at the address of a provider. */
export type Tried =
  | {
      readonly ok: true
      readonly issuer: string
      readonly algorithms: readonly string[]
      readonly logout: boolean
    }
  | { readonly ok: false }

/**
 * Asks an OpenID Connect provider what it publishes of itself, now.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function tryIssuer(context: Context, issuer: string): Promise<Tried> {
  await requireStudio(context)
  if (!providerUrl.safeParse(issuer).success) return { ok: false }
  try {
    const found = await discoverNow(context, { issuer, clientId: 'guichet' })
    return {
      ok: true,
      issuer: found.issuer,
      algorithms: found.id_token_signing_alg_values_supported ?? [],
      logout: found.end_session_endpoint !== undefined,
    }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    context.log.warn({ reason: reasonOf(error), issuer }, 'a provider could not be tried')
    return { ok: false }
  }
}

/**
 * Reads the metadata of a SAML provider, pasted or fetched.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function readMetadata(
  context: Context,
  given: { readonly xml: string } | { readonly url: string },
): Promise<
  | { readonly ok: true; readonly read: ReadMetadata }
  | { readonly ok: false; readonly problem: SettingProblem }
> {
  await requireStudio(context)
  const xml = 'xml' in given ? given.xml : await fetched(context, given.url)
  if (xml === undefined)
    return { ok: false, problem: { path: 'metadataUrl', text: settingSentences['metadata-unreachable'] } }
  const read = readSamlMetadata(xml)
  return read
    ? { ok: true, read }
    : { ok: false, problem: { path: 'metadata', text: settingSentences.metadata } }
}

async function fetched(context: Context, url: string): Promise<string | undefined> {
  try {
    const answer = await outgoingOf(context)({ method: 'GET', url })
    return answer.status === 200 ? answer.body : undefined
  } catch (error) {
    if (error instanceof OutgoingError) return undefined
    throw error
  }
}
