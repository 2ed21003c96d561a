// SPDX-License-Identifier: MIT
import passkeyIsland from 'virtual:island/passkey'
import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'

interface Props {
  /** What the browser is to ask, as the server made it. */
  readonly options: unknown
  /** `offer`: also proposed among the mailboxes that the browser completes. */
  readonly mode: 'get' | 'offer' | 'create'
  readonly label: string
  readonly look?: 'primary' | 'secondary'
  readonly children?: ReactNode
}

/** A form that a passkey fills and sends. Hidden where no script runs, or no passkey is known: it would do nothing. */
export function PasskeyForm({ options, mode, label, look = 'secondary', children }: Props) {
  return (
    <Form method="post" className="passkey" data-passkey={mode} data-options={JSON.stringify(options)} hidden>
      <script async src={passkeyIsland} />
      {children}
      <input type="hidden" name="passkey" />
      <Button look={look} size="lg" icon="key">
        {label}
      </Button>
      <p className="err" role="alert" data-failed hidden>
        {m.security_passkey_failed()}
      </p>
    </Form>
  )
}
