// SPDX-License-Identifier: MIT
import { Form, redirect } from 'react-router'
import type { Route } from './+types/profile'
import { localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { safeReturn } from '../../safe-return.ts'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountPage } from './AccountPage.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { choices } = await services(context).profiles.listProfiles()
  if (choices.length === 0) throw redirect('/compte')
  const locale = localeOf(context)
  const back = new URL(request.url).searchParams.get('retour')
  const proposed = choices.find(({ chosen }) => chosen) ?? choices.find(({ last }) => last) ?? choices[0]
  return {
    back: back === null ? '' : safeReturn(back),
    proposed: proposed?.value,
    choices: choices.map(({ roles, ...choice }) => ({
      ...choice,
      roles: [...new Set(roles.map((role) => role[locale]))],
    })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  await services(context).profiles.chooseProfile(form.profil?.[0] ?? '')
  const back = form.retour?.[0]
  // What may be opened depends on the profile: without a place to go back to, each goes to where they work under it.
  return redirect(back ? safeReturn(back) : '/connexion/suite')
}

/** As what somebody acts who is several things. */
export default function Profile({ loaderData: { choices, proposed, back } }: Route.ComponentProps) {
  return (
    <AccountPage title={m.people_profile_title()} lead={m.people_profile_lead()}>
      <Form method="post" className="card sign">
        <input type="hidden" name="retour" value={back} />
        <fieldset>
          <legend className="vh">{m.people_profile_title()}</legend>
          {choices.map(({ value, name, roles, last }) => (
            <label className="check pick" key={value}>
              <input type="radio" name="profil" value={value} defaultChecked={value === proposed} />
              <span>
                {name ?? m.people_profile_personal()}
                <small>
                  {name === null ? m.people_profile_personal_detail() : roles.join(', ')}
                  {last && ` (${m.people_profile_last()})`}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        <Button look="primary" size="lg">
          {m.people_profile_choose()}
        </Button>
      </Form>
    </AccountPage>
  )
}
