// SPDX-License-Identifier: MIT
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'

export interface ShownQuestion {
  readonly key: string
  readonly question: string
  readonly help: string
  readonly answer: 'oui' | 'non' | null
}

/** The five questions: a form whose answers are in the address, so that a proposal can be shown to a colleague. */
export function SilenceQuestions({
  questions,
  missing,
}: {
  questions: readonly ShownQuestion[]
  /** The question that must still be answered, once the form was sent. */
  missing: string | null
}) {
  return (
    <Form method="get" className="card mt" preventScrollReset>
      <div className="card__h">
        <h2>{m.studio_regime_questions()}</h2>
      </div>
      <div className="card__b regime">
        <p className="muted">{m.studio_regime_questions_lead()}</p>
        {questions.map((question) => (
          <Question
            key={question.key}
            question={question}
            problem={question.key === missing ? m.studio_regime_answer() : undefined}
          />
        ))}
        <Button look="primary" name="examiner" value="oui">
          {m.studio_regime_propose()}
        </Button>
      </div>
    </Form>
  )
}

function Question({
  question: { key, question, help, answer },
  problem,
}: {
  question: ShownQuestion
  problem: string | undefined
}) {
  const choices = [
    ['oui', m.field_yes(), inputId(key)],
    ['non', m.field_no(), `${inputId(key)}-non`],
  ] as const
  return (
    <fieldset className={problem === undefined ? 'field' : 'field field--err'}>
      <legend className="label">{question}</legend>
      <p className="hint" id={`${inputId(key)}-hint`}>
        {help}
      </p>
      <Problem name={key} text={problem} />
      <div className="row row--wrap">
        {choices.map(([value, label, id]) => (
          <label className="check" key={value}>
            <input
              type="radio"
              id={id}
              name={key}
              value={value}
              defaultChecked={answer === value}
              aria-describedby={`${inputId(key)}-hint`}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
