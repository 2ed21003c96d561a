// SPDX-License-Identifier: MIT
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/mail'
import { datesOf, tenantOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { Crumbs } from '../ui/Crumbs.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { addresseeWords, mailState } from './mail-words.ts'
import { Phone } from './Phone.tsx'
import { StudioPage } from './StudioPage.tsx'

export async function loader({ params: { mail: id }, request, context }: Route.LoaderArgs) {
  const mail = await services(context).outbox.viewMail(id)
  const { to, subject, text, state, createdAt, entryId, lastError, attemptsLog, channel, masked } = mail
  const dates = datesOf(context)
  return {
    id,
    channel,
    masked,
    from: tenantOf(context).name,
    to: addresseeWords(to),
    subject,
    text,
    entryId,
    state: mailState(state),
    at: dates.moment(createdAt),
    error: lastError?.message,
    attempts: attemptsLog.map(({ number, startedAt, outcome, error }) => ({
      number,
      at: dates.moment(startedAt).text,
      words: error?.message ?? outcome ?? '–',
    })),
    resent: new URL(request.url).searchParams.has('renvoi'),
  }
}

export async function action({ params: { mail }, context }: Route.ActionArgs) {
  const id = await services(context).outbox.resendMail(mail)
  return redirect(`/studio/envois/${id}?renvoi`)
}

/** One message as its reader sees it. Its HTML is shown in a frame without rights: it is no page of ours. */
export default function Mail({ loaderData: mail }: Route.ComponentProps) {
  return (
    <StudioPage
      title={mail.subject}
      wide
      actions={
        <Form method="post">
          <Button icon="refresh">{m.desk_mail_resend()}</Button>
        </Form>
      }
    >
      <Crumbs crumbs={[{ label: m.desk_outbox_title(), to: '/studio/envois' }, { label: mail.subject }]} />
      <p className="meta">
        <span>{m.desk_mail_to({ name: mail.to })}</span>
        <time dateTime={mail.at.iso}>{mail.at.text}</time>
        <StateBadge state={mail.state} />
        {mail.entryId !== null && <Link to={`/bureau/fiches/${mail.entryId}`}>{m.desk_mail_entry()}</Link>}
      </p>
      {mail.resent && <Notice tone="ok" title={m.desk_mail_resent()} announced />}
      {mail.error !== undefined && <Notice tone="danger" title={mail.error} />}
      {mail.masked && mail.text.includes('…') && <p className="muted">{m.studio_mail_masked()}</p>}
      {mail.channel === 'sms' ? (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.studio_mail_sms()}</h2>
          </div>
          <div className="card__b">
            <Phone from={mail.from} text={mail.text} />
          </div>
        </section>
      ) : (
        <>
          <section className="card mt">
            <div className="card__h">
              <h2>{m.desk_mail_html()}</h2>
            </div>
            <iframe
              className="mail"
              title={m.desk_mail_html()}
              sandbox=""
              src={`/studio/envois/${mail.id}/apercu`}
            />
          </section>
          <section className="card mt">
            <div className="card__h">
              <h2>{m.desk_mail_text()}</h2>
            </div>
            <div className="card__b prewrap">{mail.text}</div>
          </section>
        </>
      )}
      {mail.attempts.length > 0 && (
        <section className="card mt">
          <div className="card__h">
            <h2>{m.desk_mail_attempts()}</h2>
          </div>
          <ol className="card__b">
            {mail.attempts.map((attempt) => (
              <li key={attempt.number}>
                {m.desk_mail_attempt({ number: attempt.number })}, {attempt.at} : {attempt.words}
              </li>
            ))}
          </ol>
        </section>
      )}
    </StudioPage>
  )
}
