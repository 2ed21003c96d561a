// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/regime'
import { datesOf, localeOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { refusalOf } from '../../forms/refusal.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import { StudioPage } from '../StudioPage.tsx'
import { AdoptOriginal, AdoptProposal } from './AdoptForms.tsx'
import { RegimeFacts } from './RegimeFacts.tsx'
import { questionsAndProposal, readAnswers } from './regime-form.server.ts'
import { SilenceQuestions } from './SilenceQuestions.tsx'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const view = await services(context).adjustments.viewRegime(params)
  const dates = datesOf(context)
  return {
    ...view,
    coming: view.coming.map(({ since, regime }) => ({ since: dates.calendarDay(since), regime })),
    ...questionsAndProposal(
      readAnswers((name) => searchParams.get(name)),
      localeOf(context),
    ),
    asked: searchParams.has('examiner'),
    adopted: searchParams.has('adopte'),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readPlainForm(request)
  const text = (name: string) => (form[name]?.[0] ?? '').trim()
  const isOriginal = text('_do') === 'original'
  try {
    const outcome = await services(context).adjustments.adoptRegime({
      ...params,
      seen: Number(text('_version')),
      since: text(isOriginal ? 'originalSince' : 'since'),
      adopted: isOriginal
        ? null
        : {
            answers: readAnswers((name) => form[name]?.[0]),
            months: Number(text('months')),
            legalBasis: { fr: text('legalBasis.fr'), en: text('legalBasis.en') },
          },
    })
    if (outcome.ok) return redirect(`/studio/demarches/${params.solution}/${params.procedure}/regime?adopte`)
    const locale = localeOf(context)
    const problems = outcome.problems.map(({ path, message }) =>
      problemOf(path, isOriginal, message?.[locale]),
    )
    return data({ problems }, { status: 422 })
  } catch (error) {
    const { status, detail } = refusalOf(context, error)
    return data({ problems: [{ text: detail }] }, { status })
  }
}

function problemOf(path: 'since' | 'months' | 'legalBasis' | 'answers', isOriginal: boolean, why?: string) {
  switch (path) {
    case 'since':
      return { path: isOriginal ? 'originalSince' : 'since', text: m.studio_regime_wrong_since() }
    case 'months':
      return { path: 'months', text: m.studio_regime_wrong_months() }
    case 'legalBasis':
      return { path: 'legalBasis.fr', text: m.studio_regime_wrong_basis() }
    case 'answers':
      return { text: why ?? m.studio_regime_answer() }
  }
}

/** What silence decides for a procedure; the five questions, what they propose, and its adoption. */
export default function RegimePage({ loaderData: view, actionData }: Route.ComponentProps) {
  const problems = actionData?.problems ?? []
  const at = Object.fromEntries(
    problems.flatMap((one) => ('path' in one && one.path ? [[one.path, one.text]] : [])),
  )
  const adopting = { version: view.version, earliest: view.earliest, problems: at }
  const title = inLanguage(view.title)
  return (
    <StudioPage
      title={m.studio_regime_title({ title })}
      lead={m.studio_regime_lead()}
      wrong={problems.length > 0}
    >
      <Crumbs crumbs={[{ label: m.studio_procedures_title(), to: '/studio/demarches' }, { label: title }]} />
      {view.adopted && problems.length === 0 && (
        <Notice tone="ok" title={m.studio_regime_adopted()} announced />
      )}
      <ErrorSummary problems={problems} />
      <section className="card mt">
        <div className="card__h">
          <h2>{m.studio_regime_in_force()}</h2>
        </div>
        <div className="card__b regime">
          <RegimeFacts regime={view.inForce} />
        </div>
      </section>
      {view.coming.map(({ since, regime }) => (
        <section key={since} className="card mt">
          <div className="card__h">
            <h2>{m.studio_regime_coming({ date: since })}</h2>
          </div>
          <div className="card__b regime">
            <RegimeFacts regime={regime} />
          </div>
        </section>
      ))}
      <SilenceQuestions questions={view.questions} missing={view.asked ? view.next : null} />
      {view.proposal && <AdoptProposal proposal={view.proposal} questions={view.questions} {...adopting} />}
      {view.adjusted && <AdoptOriginal {...adopting} />}
    </StudioPage>
  )
}
