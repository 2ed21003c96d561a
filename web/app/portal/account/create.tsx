// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/create'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { MailSent } from './MailSent.tsx'
import { leastPasswordLength } from './password-length.ts'
import { refusalWords } from './refusals.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const typed = {
    firstName: form.firstName?.[0] ?? '',
    lastName: form.lastName?.[0] ?? '',
    email: form.email?.[0] ?? '',
  }
  const answer = await services(context).accounts.createAccount({
    ...typed,
    password: form.password?.[0] ?? '',
  })
  return answer.ok
    ? { ...typed, refused: undefined }
    : data({ ...typed, refused: refusalWords(answer) }, { status: 422 })
}

export default function CreateAccount({ actionData }: Route.ComponentProps) {
  if (actionData && actionData.refused === undefined) {
    return (
      <AccountPage title={m.account_create_title()}>
        <MailSent email={actionData.email} />
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={m.account_create_title()}
      lead={m.account_create_lead()}
      refused={actionData?.refused}
    >
      <Form method="post" className="card sign">
        <AccountField
          label={m.field_first_name()}
          name="firstName"
          autoComplete="given-name"
          defaultValue={actionData?.firstName}
        />
        <AccountField
          label={m.field_last_name()}
          name="lastName"
          autoComplete="family-name"
          defaultValue={actionData?.lastName}
        />
        <AccountField
          label={m.account_email()}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={actionData?.email}
        />
        <AccountField
          label={m.account_password()}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={m.account_password_hint({ min: leastPasswordLength })}
        />
        <Button look="primary" size="lg">
          {m.account_create_send()}
        </Button>
      </Form>
    </AccountPage>
  )
}
