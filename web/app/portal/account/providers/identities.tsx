// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/identities'
import { datesOf, viewerOf } from '../../../context.ts'
import { readPlainForm } from '../../../forms/read-form.server.ts'
import { m } from '../../../paraglide/messages.js'
import { services } from '../../../services.ts'
import { Button } from '../../../ui/Button.tsx'
import { Crumbs } from '../../../ui/Crumbs.tsx'
import { inLanguage } from '../../../ui/language.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { AccountPage } from '../AccountPage.tsx'
import { GoOn } from './GoOn.tsx'
import providersCss from './providers.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: providersCss }]

const here = '/compte/identites'

export async function loader({ request, context }: Route.LoaderArgs) {
  if (!viewerOf(context)) throw redirect(`/connexion?retour=${here}`)
  const { identities, providers } = await services(context).identityProviders.ownIdentities()
  const dates = datesOf(context)
  return {
    identities: identities.map((one) => ({
      ...one,
      since: dates.moment(one.createdAt).text,
      lastUsed: dates.moment(one.lastUsedAt).text,
    })),
    providers,
    done: new URL(request.url).searchParams.get('fait'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { identityProviders } = services(context)
  const form = await readPlainForm(request)
  const identity = form.identity?.[0]
  if (identity !== undefined) {
    await identityProviders.unlinkIdentity(identity)
    return redirect(`${here}?fait=retire`)
  }
  const provider = form.provider?.[0] ?? ''
  const begun = await identityProviders.beginLink({ provider, returnTo: `${here}?fait=relie` })
  const headers = new Headers()
  for (const cookie of begun.setCookie) headers.append('set-cookie', cookie)
  return data({ location: begun.location }, { headers })
}

/** The identities at providers that sign in to this account. */
export default function Identities({ loaderData, actionData }: Route.ComponentProps) {
  const { identities, providers, done } = loaderData
  if (actionData)
    return (
      <AccountPage title={m.providers_linking_title()} lead={m.providers_linking_lead()}>
        <GoOn to={actionData.location} />
      </AccountPage>
    )
  return (
    <AccountPage title={m.providers_own_title()} lead={m.providers_own_lead()}>
      <Crumbs crumbs={[{ label: m.account_title(), to: '/compte' }, { label: m.providers_own_title() }]} />
      {done === 'relie' && <Notice tone="ok" title={m.providers_linked()} announced />}
      {done === 'retire' && <Notice tone="ok" title={m.providers_unlinked()} announced />}
      {identities.length === 0 ? (
        <p className="muted">{m.providers_own_none()}</p>
      ) : (
        <ul className="identities">
          {identities.map(({ id, provider, label, since, lastUsed }) => (
            <li key={id} className="card card__b">
              <b>{provider}</b>
              <p>{label}</p>
              <p className="muted">{m.providers_own_since({ since, last: lastUsed })}</p>
              <Form method="post">
                <input type="hidden" name="identity" value={id} />
                <Button look="danger" size="sm">
                  {m.providers_unlink()}
                  <span className="vh"> {`${provider} ${label}`}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {providers.length > 0 && (
        <section className="mt">
          <h2>{m.providers_link_title()}</h2>
          {providers.map(({ key, title }) => (
            <Form key={key} method="post" reloadDocument className="f-act">
              <input type="hidden" name="provider" value={key} />
              <Button>{m.providers_link({ provider: inLanguage(title) })}</Button>
            </Form>
          ))}
        </section>
      )}
    </AccountPage>
  )
}
