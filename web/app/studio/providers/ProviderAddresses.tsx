// SPDX-License-Identifier: MIT
import type { ManagedProvider } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { Part } from './FormParts.tsx'

/** What the provider must be told of this site. */
export function ProviderAddresses({ provider: { settings, addresses } }: { provider: ManagedProvider }) {
  const told =
    settings.kind === 'oidc'
      ? [
          [m.studio_provider_callback(), addresses.callback],
          [m.studio_provider_after_logout(), addresses.afterLogout],
          [m.studio_provider_back_channel(), addresses.backChannelLogout],
        ]
      : [
          [m.studio_provider_our_metadata(), addresses.metadata],
          [m.studio_provider_assertion(), addresses.assertion],
          [m.studio_provider_after_logout(), addresses.afterLogout],
        ]
  return (
    <Part title={m.studio_provider_declare()}>
      <dl className="kv">
        {told.map(([label, address]) => (
          <div key={address}>
            <dt>{label}</dt>
            <dd>
              <code>{address}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
