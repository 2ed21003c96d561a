// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

interface Props {
  readonly title: string
  readonly lead?: string | undefined
  /** Why the last attempt did not succeed. */
  readonly refused?: string | undefined
  readonly children: ReactNode
}

/** A page of one small form: sign in, create an account, choose a password. */
export function AccountPage({ title, lead, refused, children }: Props) {
  return (
    <PortalFrame slim>
      <PageTitle title={title} wrong={refused !== undefined} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{title}</h1>
        {lead !== undefined && <p className="lead">{lead}</p>}
        {refused !== undefined && (
          <div className="narrow">
            <Notice tone="danger" title={refused} announced />
          </div>
        )}
        {children}
      </main>
    </PortalFrame>
  )
}
