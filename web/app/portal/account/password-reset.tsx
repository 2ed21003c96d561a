// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/password-reset'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { ExpiredToken } from './ExpiredToken.tsx'
import { leastPasswordLength } from './password-length.ts'
import { refusalWords } from './refusals.ts'

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  return { good: await services(context).accounts.isTokenGood({ purpose: 'password-reset', token }) }
}

export async function action({ params: { token }, request, context }: Route.ActionArgs) {
  const password = (await readPlainForm(request)).password?.[0] ?? ''
  const answer = await services(context).accounts.resetPassword({ token, password })
  return answer.ok ? { done: true as const } : data({ refused: refusalWords(answer) }, { status: 422 })
}

export default function PasswordReset({ loaderData: { good }, actionData }: Route.ComponentProps) {
  if (actionData && 'done' in actionData) {
    return (
      <AccountPage title={m.account_reset_done_title()} lead={m.account_reset_done()}>
        <p className="f-act">
          <ButtonLink to="/connexion" look="primary" size="lg">
            {m.account_sign_in()}
          </ButtonLink>
        </p>
      </AccountPage>
    )
  }
  if (!good) return <ExpiredToken again="/connexion/mot-de-passe" />
  return (
    <AccountPage title={m.account_reset_title()} refused={actionData?.refused}>
      <Form method="post" className="card sign">
        <AccountField
          label={m.account_password()}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={m.account_password_hint({ min: leastPasswordLength })}
        />
        <Button look="primary" size="lg">
          {m.account_reset_save()}
        </Button>
      </Form>
    </AccountPage>
  )
}
