// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/code-app'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AccountField } from '../AccountField.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { refusalWords } from '../refusals.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { proofPage, requireProof } from './require-proof.server.ts'
import securityCss from './security.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: securityCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  await requireProof(request, context)
  return null
}

export async function action({ request, context }: Route.ActionArgs) {
  const code = (await readPlainForm(request)).code?.[0]
  const { security } = services(context)
  if (code !== undefined) {
    const answer = await security.confirmCodeApp(code)
    if (answer.ok) return { codes: answer.recoveryCodes ?? [] }
    if (answer.refusal === 'proof-wanted') return proofPage(request)
    // The same secret stays offered: the person types the next code of what they already took.
    return data({ refused: refusalWords(answer) }, { status: 422 })
  }
  const offer = await security.offerCodeApp()
  if (offer.ok) return { offer }
  return offer.refusal === 'proof-wanted' ? proofPage(request) : redirect('/compte/securite')
}

/** Links a code application: take the picture or type the key, then prove that it shows the right code. */
export default function CodeApp({ actionData }: Route.ComponentProps) {
  if (actionData && 'codes' in actionData) {
    return (
      <AccountPage title={m.security_app_title()}>
        <div className="narrow">
          <Notice tone="ok" title={m.security_app_done()} announced />
        </div>
        {actionData.codes.length > 0 && <RecoveryCodes codes={actionData.codes} />}
        <p className="no-print">
          <Link to="/compte/securite">{m.security_back()}</Link>
        </p>
      </AccountPage>
    )
  }
  const offer = actionData && 'offer' in actionData ? actionData.offer : undefined
  const refused = actionData && 'refused' in actionData ? actionData.refused : undefined
  return (
    <AccountPage title={m.security_app_title()} lead={m.security_app_lead()} refused={refused}>
      {offer && (
        <section className="card sec">
          <h2>{m.security_app_take()}</h2>
          <p>{m.security_app_take_help()}</p>
          <img
            className="qr"
            src={`data:image/svg+xml,${encodeURIComponent(offer.svg)}`}
            alt={m.security_app_picture()}
            width={220}
            height={220}
          />
          <p>
            {m.security_app_key()} <br />
            <code className="key-shown">{offer.key}</code>
          </p>
          <p>
            <a href={offer.uri}>{m.security_app_here()}</a>
          </p>
        </section>
      )}
      {offer || refused !== undefined ? (
        <Form method="post" className="card sign">
          <AccountField
            label={m.security_app_code()}
            name="code"
            hint={m.security_app_code_hint()}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
          />
          <Button look="primary" size="lg">
            {m.security_app_confirm()}
          </Button>
        </Form>
      ) : (
        <Form method="post" className="f-act">
          <Button look="primary" size="lg" icon="qrcode">
            {m.security_app_start()}
          </Button>
        </Form>
      )}
      <p>
        <Link to="/compte/securite">{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
