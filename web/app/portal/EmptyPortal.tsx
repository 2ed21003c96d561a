// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/** A portal that offers nothing yet, and what to do about it. `waits`: nobody has an account here. */
export function EmptyPortal({ waits }: { waits: boolean }) {
  return (
    <div className="card mt">
      <EmptyState icon="tool" title={m.studio_portal_empty_title()}>
        <p>{waits ? m.studio_portal_new() : m.studio_portal_empty()}</p>
        {waits && (
          <ButtonLink to="/installation" look="primary" size="lg">
            {m.studio_portal_begin()}
          </ButtonLink>
        )}
      </EmptyState>
    </div>
  )
}
