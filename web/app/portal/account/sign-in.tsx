// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/sign-in'
import providersCss from './providers/providers.css?url'
import { viewerOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { safeReturn } from '../../safe-return.ts'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { refusalWords } from './refusals.ts'
import { PasskeyForm } from './PasskeyForm.tsx'
import { ProviderButtons } from './providers/ProviderButtons.tsx'
import { provenResponse } from './signed-in.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: providersCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const back = new URL(request.url).searchParams.get('retour')
  if (viewerOf(context)) throw redirect(safeReturn(back, '/compte'))
  const passkey = await services(context).accounts.passkeySignInRequest()
  const providers = await services(context).identityProviders.offeredProviders()
  return { passkey, providers, back: back === null ? '' : safeReturn(back) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const email = form.email?.[0] ?? ''
  const { accounts } = services(context)
  const passkey = form.passkey?.[0] ?? ''
  const answer =
    passkey === ''
      ? await accounts.signIn({ email, password: form.password?.[0] ?? '' })
      : await accounts.signInByPasskey(passkey)
  if (answer.ok || answer.refusal === 'second-factor') return provenResponse(answer, form.retour?.[0])
  return data({ email, refused: refusalWords(answer) }, { status: 401 })
}

export default function SignIn({
  loaderData: { back, passkey, providers },
  actionData,
}: Route.ComponentProps) {
  return (
    <AccountPage
      title={m.account_sign_in_title()}
      lead={m.account_sign_in_lead()}
      refused={actionData?.refused}
    >
      <ProviderButtons providers={providers} back={back} />
      <Form method="post" className="card sign">
        <input type="hidden" name="retour" value={back} />
        <AccountField
          label={m.account_email()}
          name="email"
          type="email"
          autoComplete="username webauthn"
          defaultValue={actionData?.email}
        />
        <AccountField
          label={m.account_password()}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        <Button look="primary" size="lg">
          {m.account_sign_in()}
        </Button>
        <p>
          <Link to="/connexion/mot-de-passe">{m.account_forgotten()}</Link>
        </p>
        <p>
          <Link to="/connexion/lien">{m.account_by_link()}</Link>
        </p>
      </Form>
      <PasskeyForm options={passkey} mode="offer" label={m.security_sign_in_passkey()}>
        <input type="hidden" name="retour" value={back} />
      </PasskeyForm>
      <p>
        {m.account_no_account()} <Link to="/compte/creer">{m.account_create()}</Link>
      </p>
    </AccountPage>
  )
}
