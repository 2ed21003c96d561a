// SPDX-License-Identifier: MIT
import { createOutgoing, type Outgoing } from '../../platform/outgoing/outgoing.ts'
import type { Platform } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { unseal } from '../../platform/sealed.ts'
import type { ProviderSettings } from './provider-settings.ts'
import { providerOfKey, type ProviderRow } from './providers.queries.ts'

/** Under this use the secrets of providers are sealed: see `sealed.ts`. */
export const providerSecretUse = 'identity provider'

/** A provider with its secret opened: never leaves this module. */
export type Provider<Settings extends ProviderSettings = ProviderSettings> = {
  readonly id: string
  readonly key: string
  readonly settings: Settings
  readonly secret: string
  readonly certificate: string
  readonly version: number
}

/**
 * The provider of that key, when it is switched on.
 *
 * @throws Problem `not-found`
 */
export async function enabledProvider(platform: Platform, key: string): Promise<Provider> {
  const row = await providerOfKey(platform.db, key)
  if (!row?.enabled) throw problem('not-found')
  return opened(platform, row)
}

/** Opens what is sealed. */
export function opened(platform: Platform, row: ProviderRow): Provider {
  const { id, key, settings, version } = row
  const secret = row.secret === null ? '' : unseal(platform, providerSecretUse, row.secret)
  return { id, key, settings, secret, certificate: row.certificate ?? '', version }
}

/** Addresses here that a provider must know, all under the address of the installation. */
export function providerAddresses(platform: Platform, key: string) {
  const at = `${platform.tenant.publicUrl}/connexion/fournisseurs/${key}`
  return {
    start: at,
    callback: `${at}/retour`,
    /** `entityID`, and where the metadata is. */
    metadata: `${at}/metadonnees`,
    assertion: `${at}/saml`,
    backChannelLogout: `${at}/deconnexion`,
    afterLogout: `${platform.tenant.publicUrl}/deconnexion/retour`,
  }
}

/** Requests to addresses that an administrator typed: kept out of the machine's own networks. */
export function outgoingOf(platform: Platform): Outgoing {
  return platform.outgoing ?? createOutgoing()
}
