// SPDX-License-Identifier: MIT
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/codes'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { proofPage, requireProof } from './require-proof.server.ts'
import securityCss from './security.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: securityCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  await requireProof(request, context)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const answer = await services(context).security.renewRecoveryCodes()
  if (answer.ok) return { codes: answer.recoveryCodes }
  return answer.refusal === 'proof-wanted' ? proofPage(request) : redirect('/compte/securite')
}

/** Makes new recovery codes: the former ones are void as soon as the button is pressed. */
export default function Codes({ actionData }: Route.ComponentProps) {
  return (
    <AccountPage
      title={m.security_codes_renew()}
      lead={actionData ? undefined : m.security_codes_renew_lead()}
    >
      {actionData ? (
        <RecoveryCodes codes={actionData.codes} />
      ) : (
        <Form method="post" className="f-act">
          <Button look="primary" size="lg" icon="refresh">
            {m.security_codes_renew_do()}
          </Button>
        </Form>
      )}
      <p className="no-print">
        <Link to="/compte/securite">{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
