// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/verification'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { safeReturn } from '../../../safe-return.ts'
import { services } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { AccountField } from '../AccountField.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { PasskeyForm } from '../PasskeyForm.tsx'
import { refusalWords } from '../refusals.ts'
import { requireViewer } from './require-proof.server.ts'

const home = '/compte/securite'

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context)
  const back = safeReturn(new URL(request.url).searchParams.get('retour'), home)
  return { ...(await services(context).security.confirmationPage()), back }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const text = (name: string) => form[name]?.[0] ?? ''
  const { security } = services(context)
  const answer =
    text('passkey') !== ''
      ? await security.confirmByFactor({ passkey: text('passkey') })
      : form.code
        ? await security.confirmByFactor({ code: text('code') })
        : await security.confirmByPassword(text('password'))
  if (answer.ok) return redirect(safeReturn(text('retour'), home))
  return data({ refused: refusalWords(answer) }, { status: 401 })
}

/** Asks again who is there, before what could take the account over. */
export default function Verification({ loaderData, actionData }: Route.ComponentProps) {
  const { password, codeApp, passkey, back } = loaderData
  const factor = codeApp || passkey !== undefined
  return (
    <AccountPage
      title={m.security_proof_title()}
      lead={m.security_proof_lead()}
      refused={actionData?.refused}
    >
      {passkey && (
        <section className="card sign">
          <PasskeyForm options={passkey} mode="get" label={m.security_factor_passkey()} look="primary">
            <input type="hidden" name="retour" value={back} />
          </PasskeyForm>
          <noscript>
            <p>{m.security_passkey_needs_script()}</p>
          </noscript>
        </section>
      )}
      {(factor || password) && (
        <Form method="post" className="card sign">
          <input type="hidden" name="retour" value={back} />
          {factor ? (
            <AccountField
              label={codeApp ? m.security_code() : m.security_recovery_code()}
              name="code"
              hint={codeApp ? m.security_code_hint() : m.security_recovery_code_hint()}
              autoComplete="one-time-code"
              spellCheck={false}
              maxLength={20}
            />
          ) : (
            <AccountField
              label={m.account_password()}
              name="password"
              type="password"
              autoComplete="current-password"
            />
          )}
          <Button look={passkey ? 'secondary' : 'primary'} size="lg">
            {m.security_proof_send()}
          </Button>
        </Form>
      )}
      {!factor && !password && <p>{m.security_proof_none()}</p>}
      <p>
        <Link to={home}>{m.security_back()}</Link>
      </p>
    </AccountPage>
  )
}
