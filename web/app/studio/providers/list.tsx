// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/list'
import { localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { inLanguage } from '../../ui/language.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { StudioField, StudioSelect } from '../StudioField.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { providerState } from './provider-words.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { providers, presets } = await services(context).identityProviders.listManagedProviders()
  return {
    providers: providers.map(({ key, enabled, settings }) => ({
      key,
      enabled,
      title: settings.title,
      kind: settings.kind,
      forEveryone: settings.audience.length === 0,
    })),
    presets: presets.map(({ key, title }) => ({ key, title })),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const typed = { preset: form.preset?.[0] ?? '', key: form.key?.[0]?.trim() ?? '' }
  const added = await services(context).identityProviders.addProvider(typed)
  if (added.ok) return redirect(`/studio/connexion/${added.key}`)
  const locale = localeOf(context)
  const problems = added.problems.map(({ path, text }) => ({ path, text: text[locale] }))
  return data({ typed, problems }, { status: 422 })
}

/** The providers through which people sign in, and one more to add. */
export default function Providers({ loaderData: { providers, presets }, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? []
  return (
    <StudioPage
      title={m.studio_providers_title()}
      lead={m.studio_providers_lead()}
      wrong={actionData !== undefined}
    >
      <ErrorSummary problems={problems} />
      <div className="card tblcard mt">
        {providers.length === 0 ? (
          <EmptyState icon="lock" title={m.studio_providers_empty()} />
        ) : (
          <ScrollRegion label={m.studio_providers_title()}>
            <table className="tbl">
              <thead>
                <tr>
                  <th>{m.studio_provider()}</th>
                  <th>{m.studio_provider_for()}</th>
                  <th>{m.studio_provider_state()}</th>
                </tr>
              </thead>
              <tbody>
                {providers.map(({ key, title, kind, enabled, forEveryone }) => (
                  <tr key={key}>
                    <td>
                      <Link className="obj" to={`/studio/connexion/${key}`}>
                        {inLanguage(title)}
                      </Link>
                      <small>{kind === 'oidc' ? 'OpenID Connect' : 'SAML 2.0'}</small>
                    </td>
                    <td>{forEveryone ? m.studio_provider_everyone() : m.studio_provider_some()}</td>
                    <td>
                      <StateBadge state={providerState(enabled)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </div>
      <section className="card mt">
        <div className="card__h">
          <h2>{m.studio_provider_add()}</h2>
        </div>
        <Form method="post" noValidate className="card__b">
          <StudioSelect
            label={m.studio_provider_preset()}
            name="preset"
            defaultValue={actionData?.typed.preset ?? presets[0]?.key}
          >
            {presets.map(({ key, title }) => (
              <option key={key} value={key}>
                {inLanguage(title)}
              </option>
            ))}
          </StudioSelect>
          <StudioField
            label={m.studio_provider_key()}
            name="key"
            hint={m.studio_provider_key_hint()}
            defaultValue={actionData?.typed.key}
            problem={problems.find(({ path }) => path === 'key')?.text}
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button icon="plus">{m.studio_provider_add()}</Button>
        </Form>
      </section>
    </StudioPage>
  )
}
