// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/installation'
import { localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { AccountField } from './AccountField.tsx'
import { AccountPage } from './AccountPage.tsx'
import { leastPasswordLength } from './password-length.ts'
import { refusalWords } from './refusals.ts'
import { withCookies } from './signed-in.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return { waits: await services(context).setUp.awaitsAdministrator() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const text = (name: string) => form[name]?.[0] ?? ''
  const { setUp, accounts } = services(context)
  const [email, password] = [text('email'), text('password')]
  const outcome = await setUp.createFirstAdministrator({
    code: text('code'),
    body: text('body'),
    name: text('name'),
    email,
    password,
    locale: localeOf(context),
  })
  if (!outcome.ok) {
    const typed = { code: text('code'), body: text('body'), name: text('name'), email }
    return data({ typed, refused: refusalOf(outcome.refusal) }, { status: 422 })
  }
  const answer = await accounts.signIn({ email, password })
  if (!answer.ok) return redirect('/connexion?retour=/studio')
  return withCookies('/studio', answer.setCookie)
}

function refusalOf(refusal: string): string {
  if (refusal === 'wrong-code') return m.studio_first_wrong_code()
  if (refusal === 'too-late') return m.studio_first_too_late()
  return refusal === 'missing-body' ? m.studio_first_missing_body() : refusalWords({ refusal })
}

/** What an operator meets on a new installation: the first administrator is created here, once. */
export default function Installation({ loaderData: { waits }, actionData }: Route.ComponentProps) {
  if (!waits) {
    return (
      <AccountPage title={m.studio_first_over_title()} lead={m.studio_first_too_late()}>
        <p className="f-act">
          <ButtonLink to="/connexion?retour=/studio" look="primary" size="lg">
            {m.account_sign_in()}
          </ButtonLink>
        </p>
      </AccountPage>
    )
  }
  const typed: Readonly<Partial<Record<string, string>>> = actionData?.typed ?? {}
  return (
    <AccountPage title={m.studio_first_title()} lead={m.studio_first_lead()} refused={actionData?.refused}>
      <Form method="post" className="card sign">
        <AccountField
          label={m.studio_first_code()}
          name="code"
          hint={m.studio_first_code_hint()}
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed.code}
        />
        <AccountField
          label={m.studio_body_name()}
          name="body"
          hint={m.studio_body_name_hint()}
          autoComplete="organization"
          defaultValue={typed.body}
        />
        <AccountField
          label={m.studio_first_name()}
          name="name"
          hint={m.studio_agent_name_hint()}
          autoComplete="name"
          defaultValue={typed.name}
        />
        <AccountField
          label={m.studio_first_email()}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={typed.email}
        />
        <AccountField
          label={m.account_password()}
          name="password"
          type="password"
          autoComplete="new-password"
          hint={m.account_password_hint({ min: leastPasswordLength })}
        />
        <Button look="primary" size="lg">
          {m.studio_first_create()}
        </Button>
      </Form>
    </AccountPage>
  )
}
