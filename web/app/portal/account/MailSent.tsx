// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { Notice } from '../../ui/Notice.tsx'

/** The same sentence whether the mailbox is known or not. */
export function MailSent({ email }: { email: string }) {
  return (
    <div className="narrow">
      <Notice tone="ok" title={m.account_mail_sent_title()} announced>
        <p>{m.account_mail_sent({ email })}</p>
      </Notice>
    </div>
  )
}
