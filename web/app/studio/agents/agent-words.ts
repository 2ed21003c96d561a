// SPDX-License-Identifier: MIT
import type { Agent } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import type { ShownState } from '../../ui/StateBadge.tsx'

/** Where somebody is with their account, in colour, icon and word. `until` is said for an invitation. */
export function accountState({ standing }: Agent['account'], until: string | undefined): ShownState {
  switch (standing) {
    case 'none':
      return { label: m.studio_agent_none(), tone: 'idle', icon: 'user' }
    case 'invited':
      return { label: m.studio_agent_invited({ day: until ?? '' }), tone: 'wait', icon: 'mail' }
    case 'lapsed':
      return { label: m.studio_agent_lapsed(), tone: 'warn', icon: 'clock-exclamation' }
    case 'active':
      return { label: m.studio_agent_active(), tone: 'ok', icon: 'user-check' }
    case 'closed':
      return { label: m.studio_agent_closed(), tone: 'idle', icon: 'user-off' }
  }
}

const refusals: Readonly<Record<string, () => string>> = {
  'missing-name': m.studio_agent_refused_name,
  'invalid-email': m.studio_agent_refused_email,
  'account-disabled': m.studio_agent_refused_closed,
  'already-registered': m.studio_agent_refused_taken,
  'unknown-role': m.studio_agent_refused_role,
  'missing-organisation': m.studio_agent_refused_organisation,
  'ends-before-start': m.studio_agent_refused_days,
  'own-access': m.studio_agent_refused_own,
}

/** At which input each refusal is told. */
const inputs: Readonly<Record<string, string>> = {
  'missing-name': 'name',
  'invalid-email': 'email',
  'already-registered': 'email',
  'account-disabled': 'email',
  'unknown-role': 'role',
  'missing-organisation': 'organisation',
  'ends-before-start': 'endsOn',
}

export function agentProblem(refusal: string): { readonly path: string; readonly text: string } {
  return { path: inputs[refusal] ?? '', text: (refusals[refusal] ?? m.ui_error_unexpected_title)() }
}
