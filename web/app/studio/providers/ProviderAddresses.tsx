// SPDX-License-Identifier: MIT
import type { ManagedProvider } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { StudioField } from '../StudioField.tsx'
import { Part } from './FormParts.tsx'

/** What the provider must be told of this site, to be copied. */
export function ProviderAddresses({ provider: { settings, addresses } }: { provider: ManagedProvider }) {
  const told: readonly (readonly [name: string, label: string, address: string])[] =
    settings.kind === 'oidc'
      ? [
          ['callback', m.studio_provider_callback(), addresses.callback],
          ['after-logout', m.studio_provider_after_logout(), addresses.afterLogout],
          ['back-channel', m.studio_provider_back_channel(), addresses.backChannelLogout],
        ]
      : [
          ['our-metadata', m.studio_provider_our_metadata(), addresses.metadata],
          ['assertion', m.studio_provider_assertion(), addresses.assertion],
          ['after-logout', m.studio_provider_after_logout(), addresses.afterLogout],
        ]
  return (
    <Part title={m.studio_provider_declare()}>
      {told.map(([name, label, address]) => (
        <StudioField key={name} name={name} label={label} defaultValue={address} readOnly />
      ))}
    </Part>
  )
}
