// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/confirm'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { ExpiredToken } from './ExpiredToken.tsx'
import { refusalWords } from './refusals.ts'
import { provenResponse } from './signed-in.ts'

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  return { good: await services(context).accounts.isTokenGood({ purpose: 'registration', token }) }
}

export async function action({ params: { token }, request, context }: Route.ActionArgs) {
  const password = (await readPlainForm(request)).password?.[0] ?? ''
  const answer = await services(context).accounts.confirmAccount({ token, password })
  if (answer.ok || answer.refusal === 'second-factor') return provenResponse(answer, undefined)
  return data({ refused: refusalWords(answer) }, { status: 422 })
}

/** Makes the account that was asked for: the link proves the mailbox, the password who asked. */
export default function ConfirmAccount({ loaderData: { good }, actionData }: Route.ComponentProps) {
  if (!good) return <ExpiredToken again="/compte/creer" detail={actionData?.refused} />
  return (
    <AccountPage
      title={m.account_confirm_title()}
      lead={m.account_confirm_lead()}
      refused={actionData?.refused}
    >
      <Form method="post" className="card sign">
        <AccountField
          label={m.account_password()}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <Button look="primary" size="lg">
          {m.account_confirm_save()}
        </Button>
      </Form>
    </AccountPage>
  )
}
