// SPDX-License-Identifier: MIT
import { data, Form } from 'react-router'
import type { Route } from './+types/later'
import { datesOf, viewerOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { resumeAddress } from '../draft-tiles.ts'
import { PortalFrame } from '../PortalFrame.tsx'

export async function loader({ params, context }: Route.LoaderArgs) {
  const draft = await services(context).filing.draftOf(params.draft)
  const dates = datesOf(context)
  return {
    title: draft.procedure.title,
    resume: resumeAddress(draft),
    savedAt: dates.time(draft.savedAt),
    until: dates.day(draft.expiresAt),
    email: viewerOf(context)?.email ?? '',
    hasAccount: viewerOf(context) !== undefined,
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const typed = (await readPlainForm(request)).email?.[0] ?? ''
  const sent = await services(context).filing.sendDraftLink({ draftId: params.draft, email: typed })
  return sent.ok ? { sent: sent.email } : data({ typed, problem: sent.text }, { status: 422 })
}

/** One stops here: since when all is kept, until when, and how to come back from anywhere. */
export default function Later({ loaderData, actionData }: Route.ComponentProps) {
  const { title, resume, savedAt, until, email, hasAccount } = loaderData
  const problem = actionData && 'problem' in actionData ? actionData.problem : undefined
  const sent = actionData && 'sent' in actionData ? actionData.sent : undefined
  return (
    <PortalFrame slim>
      <PageTitle title={m.filing_later_title()} wrong={problem !== undefined} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.filing_later_title()}</h1>
        <p className="lead">
          <b>{title}</b>
          <br />
          {m.filing_later_saved({ at: savedAt, until })}
        </p>
        <div className="narrow">
          {sent !== undefined ? (
            <Notice tone="ok" title={m.filing_later_sent_title()} announced>
              <p>{m.filing_later_sent({ email: sent })}</p>
            </Notice>
          ) : (
            <Form method="post" className="card sign" noValidate>
              <div className={problem === undefined ? 'field' : 'field field--err'}>
                <label className="label" htmlFor={inputId('email')}>
                  {m.filing_later_email()}
                </label>
                <p className="hint">{hasAccount ? m.filing_later_hint_account() : m.filing_later_hint()}</p>
                <Problem name="email" text={problem} />
                <input
                  className="input"
                  id={inputId('email')}
                  name="email"
                  type="email"
                  autoComplete="email"
                  defaultValue={actionData && 'typed' in actionData ? actionData.typed : email}
                  aria-invalid={problem === undefined ? undefined : true}
                  aria-describedby={problem === undefined ? undefined : `${inputId('email')}-problem`}
                />
              </div>
              <Button look="primary" size="lg" icon="mail-forward">
                {m.filing_later_send()}
              </Button>
            </Form>
          )}
          <p className="f-act">
            <ButtonLink to={resume} size="lg">
              {m.filing_later_resume()}
            </ButtonLink>
          </p>
        </div>
      </main>
    </PortalFrame>
  )
}
