// SPDX-License-Identifier: MIT
import type { ShownProblem } from '@guichet/server'
import type { ReactNode } from 'react'
import { usePageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import { PortalFrame } from './PortalFrame.tsx'

/** What went wrong, what to do, and who answers. `children`: the way out that this problem has. */
export function ProblemPage({ problem, children }: { problem: ShownProblem; children?: ReactNode }) {
  const { tenant } = usePageFrame()
  return (
    <PortalFrame slim>
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{problem.title}</h1>
        <p className="lead">{problem.detail}</p>
        {children ?? (
          <p className="f-act">
            <ButtonLink to="/" look="primary" size="lg">
              {m.ui_error_home()}
            </ButtonLink>
          </p>
        )}
        {problem.status >= 500 && (
          <p className="muted mt">
            {m.ui_error_reference({ reference: problem.reference })}
            <br />
            {tenant.phone !== '' && m.ui_error_call({ phone: tenant.phone })}
          </p>
        )}
      </main>
    </PortalFrame>
  )
}
