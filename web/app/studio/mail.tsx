// SPDX-License-Identifier: MIT
import { Form, Link, redirect } from 'react-router'
import type { Route } from './+types/mail'
import { datesOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { Crumbs } from '../ui/Crumbs.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { mailState } from './mail-words.ts'

export async function loader({ params: { mail: id }, request, context }: Route.LoaderArgs) {
  const { to, subject, text, state, createdAt, entryId, lastError, attemptsLog } =
    await services(context).outbox.viewMail(id)
  const dates = datesOf(context)
  return {
    id,
    to: to.name === null ? to.email : `${to.name} <${to.email}>`,
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

/** One mail as its reader sees it. Its HTML is shown in a frame without rights: it is no page of ours. */
export default function Mail({ loaderData: mail }: Route.ComponentProps) {
  return (
    <main id="contenu" tabIndex={-1} className="qmain">
      <PageTitle title={mail.subject} />
      <Crumbs crumbs={[{ label: m.desk_outbox_title(), to: '/studio/envois' }, { label: mail.subject }]} />
      <div className="row between row--wrap">
        <div>
          <h1>{mail.subject}</h1>
          <p className="meta">
            <span>{m.desk_mail_to({ name: mail.to })}</span>
            <time dateTime={mail.at.iso}>{mail.at.text}</time>
            <StateBadge state={mail.state} />
            {mail.entryId !== null && (
              <Link to={`/bureau/fiches/${mail.entryId}`}>{m.desk_mail_entry()}</Link>
            )}
          </p>
        </div>
        <Form method="post">
          <Button icon="refresh">{m.desk_mail_resend()}</Button>
        </Form>
      </div>
      {mail.resent && <Notice tone="ok" title={m.desk_mail_resent()} announced />}
      {mail.error !== undefined && <Notice tone="danger" title={mail.error} />}
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
    </main>
  )
}
