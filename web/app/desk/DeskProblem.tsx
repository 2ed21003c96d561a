// SPDX-License-Identifier: MIT
import type { ShownProblem } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'

/** What went wrong in the desk, without leaving it. */
export function DeskProblem({ problem }: { problem: ShownProblem }) {
  return (
    <main id="contenu" tabIndex={-1} className="qmain">
      <PageTitle title={problem.title} />
      <EmptyState icon="alert-triangle" title={problem.title}>
        <p>{problem.detail}</p>
        {problem.status >= 500 && (
          <p className="muted">{m.ui_error_reference({ reference: problem.reference })}</p>
        )}
        <ButtonLink to="/bureau">{m.ui_error_home()}</ButtonLink>
      </EmptyState>
    </main>
  )
}
