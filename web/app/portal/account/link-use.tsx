// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/link-use'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountPage } from './AccountPage.tsx'
import { ExpiredToken } from './ExpiredToken.tsx'
import { refusalWords } from './refusals.ts'
import { provenResponse } from './signed-in.ts'

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  return { good: await services(context).accounts.isTokenGood({ purpose: 'email-link', token }) }
}

export async function action({ params: { token }, context }: Route.ActionArgs) {
  const answer = await services(context).accounts.useEmailLink(token)
  if (answer.ok || answer.refusal === 'second-factor') return provenResponse(answer, undefined)
  return data({ refused: refusalWords(answer) }, { status: 410 })
}

/** The link of a mail signs in when the button is pressed: programs that open links would use it up. */
export default function LinkUse({ loaderData: { good }, actionData }: Route.ComponentProps) {
  if (!good || actionData) return <ExpiredToken again="/connexion/lien" detail={actionData?.refused} />
  return (
    <AccountPage title={m.account_link_title()} lead={m.account_link_lead()}>
      <Form method="post" className="f-act">
        <Button look="primary" size="lg">
          {m.account_sign_in()}
        </Button>
      </Form>
    </AccountPage>
  )
}
