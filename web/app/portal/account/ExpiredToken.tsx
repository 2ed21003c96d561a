// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/Button.tsx'
import { AccountPage } from './AccountPage.tsx'

/** A link that has served or is too old: where to ask for another. */
export function ExpiredToken({ again, detail }: { again: string; detail?: string | undefined }) {
  return (
    <AccountPage title={m.account_link_expired_title()} lead={detail ?? m.account_link_expired()}>
      <p className="f-act">
        <ButtonLink to={again} look="primary" size="lg">
          {m.account_ask_again()}
        </ButtonLink>
      </p>
    </AccountPage>
  )
}
