// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/sent'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  const filed = await services(context).filing.filedDraft(params.draft)
  if (filed.isForSomeone) throw redirect(`/bureau/fiches/${filed.entryId}?fait=saisie`)
  const { number, procedure, answerDays, email } = filed
  return { number, procedure, answerDays, email }
}

/** It is sent: the number, where the answer goes, how long it takes. */
export default function Sent({ loaderData: { number, procedure, answerDays, email } }: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <PageTitle title={m.portal_sent_title()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.portal_sent_title()}</h1>
        <p className="lead">{procedure.title}</p>
        <div className="card--narrow mt">
          <Notice tone="ok" title={number === null ? m.portal_sent_title() : m.portal_sent_number()}>
            {number !== null && <p className="sent__n">{number}</p>}
            <p>{email === null ? m.portal_sent_no_mail() : m.portal_sent_mail({ email })}</p>
            {answerDays !== null && <p>{m.portal_sent_days({ count: answerDays })}</p>}
          </Notice>
          <p className="muted mt">{m.portal_sent_print()}</p>
          <p className="f-act">
            <ButtonLink to="/">{m.portal_sent_again()}</ButtonLink>
          </p>
        </div>
      </main>
    </PortalFrame>
  )
}
