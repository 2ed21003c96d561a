// SPDX-License-Identifier: MIT
import { Form, redirect } from 'react-router'
import type { Route } from './+types/resume-link'
import { viewerOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

/** Opens a draft from a mail: this browser receives its cookie if it has none, and goes to where the draft stopped. */
export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const visitor = services(context).hasVisitor ? undefined : services(context).newVisitor()
  const { filing } = visitor === undefined ? services(context) : services(context).rememberedAs(visitor)
  const opened = await filing.openDraftLink(token)
  if (opened.kind === 'filed' || opened.kind === 'expired') return { kind: opened.kind }
  const address = `/demande/${opened.draftId}`
  if (opened.kind === 'owned' && !viewerOf(context))
    throw redirect(`/connexion?retour=${encodeURIComponent(address)}`)
  throw redirect(
    address,
    visitor === undefined ? {} : { headers: { 'set-cookie': services(context).visitorCookie(visitor) } },
  )
}

/** Asks for a new link, to the mailbox of the old one. */
export async function action({ params: { token }, context }: Route.ActionArgs) {
  await services(context).renewDraftLink(token)
  return { renewed: true }
}

export default function ResumeLink({ loaderData: { kind }, actionData }: Route.ComponentProps) {
  const title = actionData
    ? m.portal_link_renewed_title()
    : kind === 'filed'
      ? m.filing_link_filed_title()
      : m.portal_link_expired_title()
  return (
    <PortalFrame slim>
      <PageTitle title={title} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{title}</h1>
        <p className="lead">
          {actionData
            ? m.portal_link_renewed()
            : kind === 'filed'
              ? m.filing_link_filed()
              : m.filing_link_expired()}
        </p>
        {kind === 'expired' && !actionData && (
          <Form method="post" className="f-act">
            <Button look="primary" size="lg" icon="mail-forward">
              {m.portal_link_renew()}
            </Button>
          </Form>
        )}
        {kind === 'filed' && (
          <p className="f-act">
            <ButtonLink to="/suivre" look="primary" size="lg">
              {m.portal_nav_track()}
            </ButtonLink>
          </p>
        )}
      </main>
    </PortalFrame>
  )
}
