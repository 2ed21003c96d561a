// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/link-request'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { MailSent } from './MailSent.tsx'
import { refusalWords } from './refusals.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const email = (await readPlainForm(request)).email?.[0] ?? ''
  const answer = await services(context).accounts.requestEmailLink({ email })
  return answer.ok ? { email } : data({ email, refused: refusalWords(answer) }, { status: 422 })
}

/** Asks for a link that signs in. */
export default function LinkRequest({ actionData }: Route.ComponentProps) {
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined
  if (actionData && refused === undefined) {
    return (
      <AccountPage title={m.account_by_link_title()}>
        <MailSent email={actionData.email} />
      </AccountPage>
    )
  }
  return (
    <AccountPage title={m.account_by_link_title()} lead={m.account_by_link_lead()} refused={refused}>
      <Form method="post" className="card sign">
        <AccountField
          label={m.account_email()}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={actionData?.email}
        />
        <Button look="primary" size="lg" icon="mail-forward">
          {m.account_by_link_send()}
        </Button>
      </Form>
    </AccountPage>
  )
}
