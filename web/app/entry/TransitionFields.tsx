// SPDX-License-Identifier: MIT
import type { EntryFile, TransitionForm } from '@guichet/server'
import { Form } from 'react-router'
import type { Refusal } from '../forms/refusal.ts'
import { m } from '../paraglide/messages.js'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { FieldEditor } from '../ui/fields/FieldEditor.tsx'
import { inputId } from '../ui/fields/form-state.ts'
import { Problem } from '../ui/fields/Frame.tsx'
import { iconNamed } from '../ui/icons/Icon.tsx'
import { inLanguage } from '../ui/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { AskedFields, AskedQuestion } from './AskedFields.tsx'
import type { TransitionTyped } from './take-transition.server.ts'
import { transitionState } from './transition-page.ts'

interface Props {
  readonly form: TransitionForm
  readonly files: readonly EntryFile[]
  readonly folder: string
  /** Where one goes back to without acting; nowhere when the form stands in the page of its entry. */
  readonly back: string | undefined
  readonly typed: TransitionTyped | undefined
  /** Where the form is sent; its own page when absent. */
  readonly action?: string
  /** Where offers of references are searched while one types, on a page with a script. */
  readonly searchAt?: string
}

/** The form of a transition: its questions, its reason, a button that says what it does. */
export function TransitionFields({ form, files, folder, back, typed, action, searchAt }: Props) {
  const { transition, entry } = form
  const state = transitionState(form, files, folder, typed, searchAt)
  const refusal = typed?.refusal
  return (
    <Form method="post" {...(action !== undefined && { action })} encType="multipart/form-data" noValidate>
      {/* The key Enter presses the first button of a form: this one, never « Retirer ». */}
      <button className="vh" tabIndex={-1} aria-hidden="true">
        {transition.label}
      </button>
      <ErrorSummary problems={(refusal?.problems ?? []).map((problem) => placed(problem, form))} />
      {typed && refusal && refusal.problems.length === 0 && (
        <Refused refusal={refusal} form={form} typed={typed} />
      )}
      <input type="hidden" name="_version" value={entry.version} />
      {(typed?.questions ?? form.questions).map(({ key, field, word }) => (
        <AskedQuestion key={key} word={word}>
          <FieldEditor field={field} name={key} form={state} />
        </AskedQuestion>
      ))}
      {form.askable.length > 0 && <AskedFields askable={form.askable} values={typed?.values ?? {}} />}
      {transition.reason !== 'none' && <Reason form={form} typed={typed} problem={state.problems.reason} />}
      {transition.consequence !== null && <p className="muted mt">{transition.consequence}</p>}
      <div className="f-act">
        <Button
          look={transition.emphasis === 'danger' ? 'danger' : 'primary'}
          size="lg"
          icon={iconNamed(transition.icon ?? undefined, 'check')}
        >
          {transition.label}
        </Button>
        {back !== undefined && (
          <ButtonLink to={back} size="lg">
            {m.ui_transition_cancel()}
          </ButtonLink>
        )}
      </div>
    </Form>
  )
}

/** A problem with the question it is about, at the input of the reason when it is about that. */
function placed({ path, text }: Refusal['problems'][number], { questions, transition }: TransitionForm) {
  if (path === 'reason')
    return { path: '_reason', label: transition.reasonLabel ?? m.ui_transition_reason(), text }
  const question = questions.find(({ key }) => key === path.split('.', 1)[0])
  return { path, text, ...(question && { label: inLanguage(question.field.label) }) }
}

function Refused({
  refusal,
  form,
  typed,
}: {
  refusal: Refusal
  form: TransitionForm
  typed: TransitionTyped
}) {
  if (refusal.code !== 'entry-changed') {
    return (
      <Notice tone="danger" title={refusal.title} announced>
        <p>{refusal.detail}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title={m.portal_conflict_title()} announced>
      <p>{m.portal_conflict()}</p>
      <ul>
        {currentWords(form, typed).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** What somebody else wrote meanwhile, beside what was typed: the state, and the answers that differ. */
function currentWords({ entry, questions, values }: TransitionForm, typed: TransitionTyped): string[] {
  const state = entry.state ? [m.portal_conflict_state({ state: entry.state.label })] : []
  const answers = questions.flatMap(({ key, field }) => {
    const now = entry.fields.find((one) => one.key === key)
    const names = Object.keys(values).filter((name) => name === key || name.startsWith(`${key}.`))
    const differs = names.some((name) => String(values[name]) !== String(typed.values[name] ?? ''))
    if (!now || now.display === '' || !differs) return []
    return [m.portal_conflict_value({ label: inLanguage(field.label), value: now.display })]
  })
  return [...state, ...answers]
}

function Reason({
  form: { transition },
  typed,
  problem,
}: {
  form: TransitionForm
  typed: TransitionTyped | undefined
  problem: string | undefined
}) {
  const id = inputId('_reason')
  return (
    <div className={problem ? 'field field--err' : 'field'}>
      <label className="label" htmlFor={id}>
        {transition.reasonLabel ?? m.ui_transition_reason()}
        {transition.reason === 'optional' && <span className="muted"> ({m.field_optional()})</span>}
      </label>
      <Problem name="_reason" text={problem} />
      <textarea
        className="input"
        id={id}
        name="_reason"
        rows={4}
        defaultValue={typed?.reason}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
      />
    </div>
  )
}
