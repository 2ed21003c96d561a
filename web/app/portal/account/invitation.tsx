// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/invitation'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { leastPasswordLength } from './password-length.ts'
import { refusalWords } from './refusals.ts'

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  return { good: await services(context).accounts.isTokenGood({ purpose: 'invitation', token }) }
}

export async function action({ params: { token }, request, context }: Route.ActionArgs) {
  const password = (await readPlainForm(request)).password?.[0] ?? ''
  const answer = await services(context).accounts.resetPassword({ token, password, purpose: 'invitation' })
  return answer.ok ? { done: true as const } : data({ refused: refusalWords(answer) }, { status: 422 })
}

/** Where an invited agent chooses a password. */
export default function Invitation({ loaderData: { good }, actionData }: Route.ComponentProps) {
  if (actionData && 'done' in actionData) {
    return (
      <AccountPage title={m.studio_invited_done_title()} lead={m.studio_invited_done()}>
        <p className="f-act">
          <ButtonLink to="/connexion" look="primary" size="lg">
            {m.account_sign_in()}
          </ButtonLink>
        </p>
      </AccountPage>
    )
  }
  if (!good) {
    return (
      <AccountPage title={m.studio_invited_expired_title()} lead={m.studio_invited_expired()}>
        <p className="f-act">
          <ButtonLink to="/connexion" size="lg">
            {m.account_sign_in()}
          </ButtonLink>
        </p>
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={m.studio_invited_title()}
      lead={m.studio_invited_lead()}
      refused={actionData?.refused}
    >
      <Form method="post" className="card sign">
        <AccountField
          label={m.account_password()}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={m.account_password_hint({ min: leastPasswordLength })}
        />
        <Button look="primary" size="lg">
          {m.studio_invited_save()}
        </Button>
      </Form>
    </AccountPage>
  )
}
