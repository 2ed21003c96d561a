// SPDX-License-Identifier: MIT
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/account'
import { viewerOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button } from '../../ui/Button.tsx'
import { AccountPage } from './AccountPage.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const viewer = viewerOf(context)
  if (!viewer) throw redirect('/connexion?retour=/compte')
  const { choices } = await services(context).profiles.listProfiles()
  const hasOrganisation = (await services(context).organisation.myOrganisations()).length > 0
  return { ...viewer, hasProfiles: choices.length > 0, hasOrganisation }
}

/** Who is signed in, what is theirs, and the way out. */
export default function Account({
  loaderData: { name, email, spaces, profile, hasProfiles, hasOrganisation },
}: Route.ComponentProps) {
  return (
    <AccountPage title={m.account_title()} lead={name}>
      <p>{m.account_signed_in_as({ email })}</p>
      {hasProfiles && (
        <p>
          {profile === undefined
            ? m.people_profile_all()
            : m.people_profile_current({ profile: profile ?? m.people_profile_personal() })}{' '}
          <Link to="/profil">{m.people_profile_switch()}</Link>
        </p>
      )}
      <ul className="links">
        <li>
          <Link to="/mes-demandes">{m.portal_requests_title()}</Link>
        </li>
        {hasOrganisation && (
          <li>
            <Link to="/mon-organisme">{m.people_org_title()}</Link>
          </li>
        )}
        <li>
          <Link to="/compte/securite">{m.security_title()}</Link>
        </li>
        <li>
          <Link to="/compte/identites">{m.providers_own_title()}</Link>
        </li>
        {spaces.includes('desk') && (
          <li>
            <a href="/bureau">{m.portal_nav_desk()}</a>
          </li>
        )}
        {spaces.includes('studio') && (
          <li>
            <a href="/studio/envois">{m.desk_outbox_title()}</a>
          </li>
        )}
      </ul>
      <Form method="post" action="/deconnexion" className="f-act">
        <Button icon="logout">{m.account_sign_out()}</Button>
      </Form>
    </AccountPage>
  )
}
