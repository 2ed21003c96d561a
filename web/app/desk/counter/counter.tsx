// SPDX-License-Identifier: MIT
import { data, Form, redirect } from 'react-router'
import type { Route } from './+types/counter'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { type Refusal, refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return { procedures: await services(context).counter.counterProcedures() }
}

type Typed = { readonly values: Readonly<Record<string, string>>; readonly refusal: Refusal }

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const one = (name: string) => form[name]?.[0] ?? ''
  try {
    const { id } = await services(context).counter.startForSomeone({
      procedure: one('procedure'),
      name: { firstName: one('firstName'), lastName: one('lastName') },
      email: one('email'),
      channel: one('channel'),
    })
    return redirect(`/demande/${id}`)
  } catch (error) {
    const refusal = refusalOf(context, error, ['procedure-closed'])
    const values = Object.fromEntries(Object.entries(form).map(([name, sent]) => [name, sent[0] ?? '']))
    return data<Typed>({ values, refusal }, { status: refusal.status })
  }
}

/** Who asks, for what, and how they came: then the form itself, as anybody fills it in. */
export default function Counter({ loaderData: { procedures }, actionData }: Route.ComponentProps) {
  const problems = actionData?.refusal.problems ?? []
  const problemOf = (path: string) => problems.find((problem) => problem.path === path)?.text
  const typed = (name: string) => actionData?.values[name]
  const labels: Readonly<Record<string, string>> = {
    name: m.counter_last(),
    email: m.counter_email(),
    channel: m.counter_channel(),
  }
  return (
    <main id="contenu" tabIndex={-1} className="qmain act">
      <PageTitle title={m.counter_title()} wrong={actionData !== undefined} />
      <Crumbs crumbs={[{ label: m.desk_nav_requests(), to: '/bureau' }, { label: m.counter_open() }]} />
      <h1>{m.counter_title()}</h1>
      <p className="muted">{m.counter_lead()}</p>
      {procedures.length === 0 ? (
        <div className="card mt">
          <EmptyState icon="inbox" title={m.counter_nothing()} />
        </div>
      ) : (
        <Form method="post" className="card mt" noValidate>
          <div className="card__b">
            <ErrorSummary
              problems={problems.map(({ path, text }) => ({ path, text, label: labels[path] ?? path }))}
            />
            <div className="field">
              <label className="label" htmlFor={inputId('procedure')}>
                {m.counter_procedure()}
              </label>
              <select
                className="input"
                id={inputId('procedure')}
                name="procedure"
                defaultValue={typed('procedure')}
              >
                {procedures.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
            <div className={problemOf('name') ? 'field field--err' : 'field'}>
              <Problem name="name" text={problemOf('name')} />
              <div className="pair">
                <div>
                  <label className="label" htmlFor={inputId('name')}>
                    {m.counter_first()}
                  </label>
                  <input
                    className="input"
                    id={inputId('name')}
                    name="firstName"
                    autoComplete="off"
                    defaultValue={typed('firstName')}
                  />
                </div>
                <div>
                  <label className="label" htmlFor={inputId('lastName')}>
                    {m.counter_last()}
                  </label>
                  <input
                    className="input"
                    id={inputId('lastName')}
                    name="lastName"
                    autoComplete="off"
                    defaultValue={typed('lastName')}
                  />
                </div>
              </div>
            </div>
            <div className={problemOf('email') ? 'field field--err' : 'field'}>
              <label className="label" htmlFor={inputId('email')}>
                {m.counter_email()} <span className="muted">({m.field_optional()})</span>
              </label>
              <p className="hint">{m.counter_email_help()}</p>
              <Problem name="email" text={problemOf('email')} />
              <input
                className="input"
                type="email"
                id={inputId('email')}
                name="email"
                autoComplete="off"
                defaultValue={typed('email')}
              />
            </div>
            <fieldset className={problemOf('channel') ? 'field field--err' : 'field'}>
              <legend className="label">{m.counter_channel()}</legend>
              <Problem name="channel" text={problemOf('channel')} />
              {[
                { value: 'counter', label: m.counter_channel_counter() },
                { value: 'phone', label: m.counter_channel_phone() },
                { value: 'letter', label: m.counter_channel_letter() },
              ].map(({ value, label }, at) => (
                <label key={value} className="check">
                  <input
                    type="radio"
                    name="channel"
                    value={value}
                    id={at === 0 ? inputId('channel') : undefined}
                    defaultChecked={(typed('channel') ?? 'counter') === value}
                  />
                  <span>{label}</span>
                </label>
              ))}
            </fieldset>
            <div className="f-act">
              <Button look="primary" size="lg" icon="pencil">
                {m.counter_start()}
              </Button>
              <ButtonLink to="/bureau" size="lg">
                {m.ui_transition_cancel()}
              </ButtonLink>
            </div>
          </div>
        </Form>
      )}
    </main>
  )
}
