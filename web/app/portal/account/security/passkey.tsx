// SPDX-License-Identifier: MIT
import { data, Link } from 'react-router'
import type { Route } from './+types/passkey'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { AccountField } from '../AccountField.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { PasskeyForm } from '../PasskeyForm.tsx'
import { refusalWords } from '../refusals.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { proofPage, requireProof } from './require-proof.server.ts'
import securityCss from './security.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: securityCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  await requireProof(request, context)
  return { options: await services(context).security.passkeyCreation() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const asked = { name: form.name?.[0] ?? '', answer: form.passkey?.[0] ?? '' }
  const answer = await services(context).security.addPasskey(asked)
  if (answer.ok) return { codes: answer.recoveryCodes ?? [] }
  if (answer.refusal === 'proof-wanted') return proofPage(request)
  return data({ refused: refusalWords(answer) }, { status: 422 })
}

/** Adds a passkey under a name its owner will recognise. */
export default function Passkey({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return (
      <AccountPage title={m.security_passkey_title()}>
        <div className="narrow">
          <Notice tone="ok" title={m.security_passkey_done()} announced />
        </div>
        {actionData.codes.length > 0 && <RecoveryCodes codes={actionData.codes} />}
        <p className="no-print">
          <Link to="/compte/securite">{m.security_back()}</Link>
        </p>
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={m.security_passkey_title()}
      lead={m.security_passkey_lead()}
      refused={actionData?.refused}
    >
      <section className="card sign">
        <PasskeyForm
          options={loaderData.options}
          mode="create"
          label={m.security_passkey_add()}
          look="primary"
        >
          <AccountField
            label={m.security_passkey_name()}
            name="name"
            hint={m.security_passkey_name_hint()}
            autoComplete="off"
            maxLength={60}
          />
        </PasskeyForm>
        <noscript>
          <p>{m.security_passkey_needs_script()}</p>
        </noscript>
      </section>
      <p>
        <Link to="/compte/securite">{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
