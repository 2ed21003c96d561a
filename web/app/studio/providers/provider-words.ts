// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import type { ShownState } from '../../ui/StateBadge.tsx'

/** Whether a provider is offered, in colour, icon and word. */
export function providerState(enabled: boolean): ShownState {
  return enabled
    ? { label: m.studio_provider_on(), tone: 'ok', icon: 'check' }
    : { label: m.studio_provider_off(), tone: 'idle', icon: 'lock' }
}
