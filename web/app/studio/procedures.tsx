// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/procedures'
import { localeOf } from '../context.ts'
import { readPlainForm } from '../forms/read-form.server.ts'
import { refusalOf } from '../forms/refusal.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { inputId } from '../ui/fields/form-state.ts'
import { Icon, iconNamed } from '../ui/icons/Icon.tsx'
import { inLanguage } from '../ui/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { StudioField } from './StudioField.tsx'
import { StudioPage } from './StudioPage.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  return {
    solutions: await services(context).adjustments.listAdjustableProcedures(),
    saved: new URL(request.url).searchParams.has('enregistre'),
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const text = (name: string) => (form[name]?.[0] ?? '').trim()
  const place = `${text('solution')}.${text('procedure')}`
  const day = (name: string) => (text(name) === '' ? null : text(name))
  const change =
    text('_do') === 'original'
      ? undefined
      : { offered: form.offered !== undefined, opensOn: day('opensOn'), closesOn: day('closesOn') }
  try {
    const outcome = await services(context).adjustments.adjustProcedure({
      solution: text('solution'),
      procedure: text('procedure'),
      seen: Number(text('_version')),
      change,
    })
    if (outcome.ok) return redirect('/studio/demarches?enregistre')
    const locale = localeOf(context)
    const problems = outcome.problems.map(({ path, message }) => ({
      path: `${place}.${path}`,
      text: message?.[locale] ?? m.studio_procedures_wrong_day(),
    }))
    return data({ problems }, { status: 422 })
  } catch (error) {
    const { status, detail } = refusalOf(context, error)
    return data({ problems: [{ path: '', text: detail }] }, { status })
  }
}

/** Which procedures the body offers, and when. */
export default function Procedures({ loaderData: { solutions, saved }, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? []
  const at = Object.fromEntries(problems.map(({ path, text }) => [path, text]))
  return (
    <StudioPage
      title={m.studio_procedures_title()}
      lead={m.studio_procedures_lead()}
      wrong={problems.length > 0}
    >
      {saved && problems.length === 0 && <Notice tone="ok" title={m.studio_procedures_saved()} announced />}
      <ErrorSummary problems={problems.map(({ path, text }) => (path === '' ? { text } : { path, text }))} />
      {solutions.length === 0 && (
        <div className="card">
          <EmptyState icon="checklist" title={m.studio_procedures_empty()} />
        </div>
      )}
      {solutions.map((solution) => (
        <section key={solution.key} className="card mt">
          <div className="card__h row between row--wrap">
            <h2>{inLanguage(solution.title)}</h2>
            {solution.version > 0 && (
              <Link to={`/studio/historique/${solution.key}`}>{m.studio_history_title()}</Link>
            )}
          </div>
          {solution.problems
            .filter(({ path }) => path.startsWith('procedures.'))
            .map(({ path, message }) => (
              <Notice key={path} tone="warn" title={inLanguage(message)} />
            ))}
          <ul className="procs">
            {solution.procedures.map((procedure) => {
              const place = `${solution.key}.${procedure.key}`
              return (
                <li key={procedure.key}>
                  <div className="row between row--wrap">
                    <h3>
                      <Icon name={iconNamed(procedure.icon ?? undefined, 'file-text')} />{' '}
                      {inLanguage(procedure.title)}
                    </h3>
                    <StateBadge
                      state={
                        procedure.offered
                          ? { label: m.studio_procedures_on(), tone: 'ok', icon: 'circle-check' }
                          : { label: m.studio_procedures_off(), tone: 'idle', icon: 'eye-off' }
                      }
                    />
                  </div>
                  {procedure.regime && <p className="sm muted">{inLanguage(procedure.regime.rule)}</p>}
                  <p>
                    <Link to={`/studio/demarches/${solution.key}/${procedure.key}/regime`}>
                      {m.studio_regime_link()}
                      <span className="vh"> {inLanguage(procedure.title)}</span>
                    </Link>
                  </p>
                  <Form method="post" key={solution.version} noValidate>
                    <input type="hidden" name="_version" value={solution.version} />
                    <input type="hidden" name="solution" value={solution.key} />
                    <input type="hidden" name="procedure" value={procedure.key} />
                    <label className="check">
                      <input type="checkbox" name="offered" defaultChecked={procedure.offered} />
                      <span>{m.studio_procedures_offer()}</span>
                    </label>
                    <Day
                      place={place}
                      name="opensOn"
                      label={m.studio_procedures_opens()}
                      value={procedure.opensOn}
                      problem={at[`${place}.opensOn`]}
                    />
                    <Day
                      place={place}
                      name="closesOn"
                      label={m.studio_procedures_closes()}
                      value={procedure.closesOn}
                      problem={at[`${place}.closesOn`]}
                    />
                    <Button size="sm">
                      {m.studio_save()}
                      <span className="vh"> {inLanguage(procedure.title)}</span>
                    </Button>
                    {procedure.adjusted && (
                      <Button look="quiet" size="sm" name="_do" value="original" icon="arrow-back-up">
                        {m.studio_original_back()}
                      </Button>
                    )}
                  </Form>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </StudioPage>
  )
}

function Day({
  place,
  name,
  label,
  value,
  problem,
}: {
  place: string
  name: string
  label: string
  value: string | null
  problem: string | undefined
}) {
  return (
    <StudioField
      label={label}
      name={name}
      id={inputId(`${place}.${name}`)}
      type="date"
      defaultValue={value ?? ''}
      problem={problem}
    />
  )
}
