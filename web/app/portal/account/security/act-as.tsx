// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/act-as'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { AccountField } from '../AccountField.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { refusalWords } from '../refusals.ts'
import { proofPage, requireProof } from './require-proof.server.ts'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  await requireProof(request, context)
  return services(context).security.actingTarget(params.person)
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const reason = (await readPlainForm(request)).reason?.[0] ?? ''
  const answer = await services(context).security.actAs({ personId: params.person, reason })
  if (answer.ok) return redirect('/connexion/suite')
  if (answer.refusal === 'proof-wanted') return proofPage(request)
  return data({ reason, refused: refusalWords(answer) }, { status: 422 })
}

/** Before an administrator acts as a person: what it means, and why they do. */
export default function ActAs({ loaderData: { name }, actionData }: Route.ComponentProps) {
  return (
    <AccountPage
      title={m.security_act_title({ name })}
      lead={m.security_act_lead()}
      refused={actionData?.refused}
    >
      <Form method="post" className="card sign">
        <AccountField
          label={m.security_act_reason()}
          name="reason"
          hint={m.security_act_reason_hint()}
          autoComplete="off"
          maxLength={300}
          defaultValue={actionData?.reason}
        />
        <Button look="primary" size="lg" icon="user-share">
          {m.security_act_start()}
        </Button>
      </Form>
    </AccountPage>
  )
}
