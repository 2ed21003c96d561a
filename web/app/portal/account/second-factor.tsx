// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/second-factor'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { safeReturn } from '../../safe-return.ts'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { PasskeyForm } from './PasskeyForm.tsx'
import { RememberBox } from './RememberBox.tsx'
import { refusalWords } from './refusals.ts'
import { signedInResponse } from './signed-in.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = await services(context).accounts.secondFactorPage()
  const back = new URL(request.url).searchParams.get('retour')
  if (!page) throw redirect(`/connexion?retour=${encodeURIComponent(back ?? '')}`)
  return { ...page, back: back === null || back === '' ? '' : safeReturn(back) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const passkey = form.passkey?.[0] ?? ''
  const proof = passkey === '' ? { code: form.code?.[0] ?? '' } : { passkey }
  const remember = form.remember?.[0] === 'yes'
  const answer = await services(context).accounts.completeSignIn({ ...proof, remember })
  if (answer.ok) return signedInResponse(answer.setCookie, form.retour?.[0])
  if (answer.refusal === 'sign-in-again') return redirect('/connexion')
  return data({ refused: refusalWords(answer) }, { status: 401 })
}

/** The second proof of a sign-in: a code, a recovery code, or a passkey. */
export default function SecondFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { codeApp, passkey, back } = loaderData
  return (
    <AccountPage
      title={m.security_factor_title()}
      lead={codeApp ? m.security_factor_lead() : m.security_factor_lead_passkey()}
      refused={actionData?.refused}
    >
      {passkey && (
        <section className="card sign">
          <PasskeyForm options={passkey} mode="get" label={m.security_factor_passkey()} look="primary">
            <input type="hidden" name="retour" value={back} />
            <RememberBox id="passkey" />
          </PasskeyForm>
          <noscript>
            <p>{m.security_passkey_needs_script()}</p>
          </noscript>
        </section>
      )}
      <Form method="post" className="card sign">
        <input type="hidden" name="retour" value={back} />
        <AccountField
          label={codeApp ? m.security_code() : m.security_recovery_code()}
          name="code"
          hint={codeApp ? m.security_code_hint() : m.security_recovery_code_hint()}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
        />
        <RememberBox id="code" />
        <Button look={passkey ? 'secondary' : 'primary'} size="lg">
          {m.account_sign_in()}
        </Button>
      </Form>
      <p>
        <Link to="/connexion">{m.security_factor_other_account()}</Link>
      </p>
    </AccountPage>
  )
}
