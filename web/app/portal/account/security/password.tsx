// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/password'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { AccountField } from '../AccountField.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { leastPasswordLength } from '../password-length.ts'
import { refusalWords } from '../refusals.ts'
import { proofPage, requireProof } from './require-proof.server.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  await requireProof(request, context)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const password = (await readPlainForm(request)).password?.[0] ?? ''
  const answer = await services(context).security.changePassword(password)
  if (answer.ok) return redirect('/compte/securite?fait=mot-de-passe')
  if (answer.refusal === 'proof-wanted') return proofPage(request)
  return data({ refused: refusalWords(answer) }, { status: 422 })
}

/** Chooses a new password while signed in. */
export default function OwnPassword({ actionData }: Route.ComponentProps) {
  return (
    <AccountPage
      title={m.account_reset_title()}
      lead={m.security_password_lead()}
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
          {m.account_reset_save()}
        </Button>
      </Form>
      <p>
        <Link to="/compte/securite">{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
