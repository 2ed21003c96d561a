// SPDX-License-Identifier: MIT
import { Form, Link } from 'react-router'
import type { Route } from './+types/track'
import { readPlainForm } from '../forms/read-form.server.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { AccountField } from './account/AccountField.tsx'
import { PortalFrame } from './PortalFrame.tsx'

export function loader({ request }: Route.LoaderArgs) {
  return { number: new URL(request.url).searchParams.get('numero') ?? '' }
}

/** The answer is the same whatever was typed: it tells nobody which requests exist. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  await services(context).links.sendLinkAgain({
    number: form.numero?.[0] ?? '',
    email: form.email?.[0] ?? '',
  })
  return { sent: true }
}

export default function Track({ loaderData: { number }, actionData }: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <PageTitle title={m.portal_track_title()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.portal_track_title()}</h1>
        {actionData ? (
          <div className="narrow">
            <Notice tone="ok" title={m.portal_track_sent_title()} announced>
              <p>{m.portal_track_sent()}</p>
            </Notice>
          </div>
        ) : (
          <>
            <p className="lead">{m.portal_track_lead()}</p>
            <Form method="post" className="card sign">
              <AccountField
                label={m.portal_track_number()}
                name="numero"
                defaultValue={number}
                autoComplete="off"
              />
              <AccountField label={m.portal_track_email()} name="email" type="email" autoComplete="email" />
              <Button look="primary" size="lg" icon="mail-forward">
                {m.portal_track_send()}
              </Button>
            </Form>
            <p>
              <Link to="/connexion?retour=/mes-demandes">{m.portal_track_sign_in()}</Link>
            </p>
          </>
        )}
      </main>
    </PortalFrame>
  )
}
