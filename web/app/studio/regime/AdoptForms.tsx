// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StudioField } from '../StudioField.tsx'
import { SilenceBadge } from './RegimeFacts.tsx'
import type { ShownQuestion } from './SilenceQuestions.tsx'

interface Adopting {
  readonly version: number
  readonly earliest: string
  readonly problems: Readonly<Record<string, string>>
}

/** What follows from the answers, with its reasons, to be adopted from a day on. */
export function AdoptProposal({
  proposal,
  questions,
  version,
  earliest,
  problems,
}: Adopting & {
  proposal: {
    readonly silence: 'accepts' | 'rejects'
    readonly months: number
    readonly legalBasis: { readonly fr: string; readonly en: string }
    readonly because: string
    readonly verify: string
  }
  questions: readonly ShownQuestion[]
}) {
  return (
    <Form method="post" className="card mt" id="proposition" noValidate>
      <div className="card__h">
        <h2>{m.studio_regime_proposal()}</h2>
      </div>
      <div className="card__b regime">
        <SilenceBadge silence={proposal.silence} />
        <p>{proposal.because}</p>
        <Notice tone="warn" title={proposal.verify} />
        <input type="hidden" name="_version" value={version} />
        {questions.map(
          ({ key, answer }) => answer !== null && <input key={key} type="hidden" name={key} value={answer} />,
        )}
        <StudioField
          label={m.studio_regime_months()}
          hint={m.studio_regime_months_hint()}
          name="months"
          type="number"
          min={1}
          max={36}
          className="input input--4"
          defaultValue={proposal.months}
          problem={problems.months}
        />
        {(['fr', 'en'] as const).map((locale) => (
          <StudioField
            key={locale}
            label={locale === 'fr' ? m.studio_regime_basis_fr() : m.studio_regime_basis_en()}
            name={`legalBasis.${locale}`}
            lang={locale}
            defaultValue={proposal.legalBasis[locale]}
            problem={problems[`legalBasis.${locale}`]}
          />
        ))}
        <Since earliest={earliest} problem={problems.since} name="since" />
        <Button look="primary">{m.studio_regime_adopt()}</Button>
      </div>
    </Form>
  )
}

/** The way back to what the solution says, from a day on as well. */
export function AdoptOriginal({ version, earliest, problems }: Adopting) {
  return (
    <details className="card mt">
      <summary className="card__h">{m.studio_regime_original()}</summary>
      <Form method="post" className="card__b regime" noValidate>
        <p className="muted">{m.studio_regime_original_lead()}</p>
        <input type="hidden" name="_version" value={version} />
        <input type="hidden" name="_do" value="original" />
        <Since earliest={earliest} problem={problems.originalSince} name="originalSince" />
        <Button>{m.studio_regime_original_do()}</Button>
      </Form>
    </details>
  )
}

function Since({ earliest, problem, name }: { earliest: string; problem: string | undefined; name: string }) {
  return (
    <StudioField
      label={m.studio_regime_since()}
      hint={m.studio_regime_since_hint()}
      name={name}
      type="date"
      min={earliest}
      defaultValue={earliest}
      problem={problem}
      className="input input--10"
    />
  )
}
