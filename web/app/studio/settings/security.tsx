// SPDX-License-Identifier: MIT
import { Form, redirect } from 'react-router'
import type { Route } from './+types/security'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StudioPage } from '../StudioPage.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { settings, agents } = services(context)
  const [{ body }, roles] = await Promise.all([settings.showBody(), agents.listRoles()])
  return {
    roles,
    required: body.secondFactorRoles ?? [],
    tells: body.silentImpersonation !== true,
    saved: new URL(request.url).searchParams.has('enregistre'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { settings, agents } = services(context)
  const form = await readPlainForm(request)
  const known = new Set((await agents.listRoles()).map(({ role }) => role))
  await settings.changeBody({
    secondFactorRoles: (form.roles ?? []).filter((role) => known.has(role)),
    silentImpersonation: form.tell?.[0] !== 'yes',
  })
  return redirect('/studio/reglages/securite?enregistre')
}

/** Which roles need a second check, and whether people are told that an administrator acts as them. */
export default function SecuritySettings({
  loaderData: { roles, required, tells, saved },
}: Route.ComponentProps) {
  return (
    <StudioPage title={m.security_settings_title()} lead={m.security_settings_lead()}>
      {saved && <Notice tone="ok" title={m.security_settings_saved()} announced />}
      <Form method="post" className="card mt">
        <div className="card__b">
          <fieldset className="field">
            <legend className="label">{m.security_settings_roles()}</legend>
            <p className="hint">{m.security_settings_roles_hint()}</p>
            {roles.map(({ role, title, solution }) => (
              <label className="check" key={role}>
                <input type="checkbox" name="roles" value={role} defaultChecked={required.includes(role)} />
                <span>
                  {inLanguage(title)} <span className="muted">{inLanguage(solution)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <div className="field">
            <label className="check">
              <input type="checkbox" name="tell" value="yes" defaultChecked={tells} />
              {m.security_settings_tell()}
            </label>
          </div>
          <Button look="primary">{m.security_settings_save()}</Button>
        </div>
      </Form>
    </StudioPage>
  )
}
