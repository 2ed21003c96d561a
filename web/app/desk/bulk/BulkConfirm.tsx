// SPDX-License-Identifier: MIT
import type { BulkForm, BulkView } from '@guichet/server'
import { Form } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FieldEditor } from '../../ui/fields/FieldEditor.tsx'
import { type FormState, inputId } from '../../ui/fields/form-state.ts'
import { Problem } from '../../ui/fields/Frame.tsx'
import { iconNamed } from '../../ui/icons/Icon.tsx'
import { inLanguage } from '../../ui/language.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { BulkTyped } from './bulk.tsx'
import { BulkItems } from './BulkItems.tsx'

interface Props {
  readonly bulk: BulkView
  readonly back: string
  readonly typed: BulkTyped | undefined
}

/** Before anything is done: on which entries, what is asked once for all, and which are left aside. */
export function BulkConfirm({ bulk, back, typed }: Props) {
  const { form, counts } = bulk
  const aside = bulk.items.filter(({ status }) => status === 'aside')
  return (
    <>
      {counts.waiting === 0 ? (
        <div className="mt">
          <Notice tone="warn" title={m.bulk_start_none()}>
            <p>
              <ButtonLink to={back}>{m.bulk_back()}</ButtonLink>
            </p>
          </Notice>
        </div>
      ) : (
        form && <Asked bulk={bulk} form={form} back={back} typed={typed} />
      )}
      {aside.length > 0 && <BulkItems title={m.bulk_aside()} items={aside} />}
      {counts.waiting > 0 && (
        <BulkItems title={m.bulk_will()} items={bulk.items.filter(({ status }) => status === 'waiting')} />
      )}
    </>
  )
}

function Asked({ bulk, form, back, typed }: Props & { form: BulkForm }) {
  const problems = typed?.refusal.problems ?? []
  const state: FormState = {
    values: typed?.values ?? form.values,
    problems: Object.fromEntries(problems.toReversed().map(({ path, text }) => [path, text])),
    files: {},
    offers: form.offers,
    crowded: form.crowded,
    searchAt: '/bureau/choix',
    computed: {},
  }
  return (
    <div className="card mt">
      <Form method="post" className="card__b" noValidate>
        <ErrorSummary
          problems={problems.map(({ path, text }) => ({
            path: path === 'reason' ? '_reason' : path,
            text,
            label: labelOf(path, form),
          }))}
        />
        {typed && problems.length === 0 && (
          <Notice tone="danger" title={typed.refusal.title} announced>
            <p>{typed.refusal.detail}</p>
          </Notice>
        )}
        {form.questions.map(({ key, field }) => (
          <FieldEditor key={key} field={field} name={key} form={state} />
        ))}
        {form.reason !== 'none' && (
          <div className={state.problems.reason ? 'field field--err' : 'field'}>
            <label className="label" htmlFor={inputId('_reason')}>
              {form.reasonLabel ?? m.ui_transition_reason()}
              {form.reason === 'optional' && <span className="muted"> ({m.field_optional()})</span>}
            </label>
            <Problem name="_reason" text={state.problems.reason} />
            <textarea
              className="input"
              id={inputId('_reason')}
              name="_reason"
              rows={4}
              defaultValue={typed?.reason}
              aria-invalid={state.problems.reason ? true : undefined}
            />
          </div>
        )}
        <p className="muted mt">
          {bulk.consequence} {(form.questions.length > 0 || form.reason !== 'none') && m.bulk_reason_once()}
        </p>
        <div className="f-act">
          <Button
            look={bulk.emphasis === 'danger' ? 'danger' : 'primary'}
            size="lg"
            icon={iconNamed(bulk.icon ?? undefined, 'check')}
          >
            {m.bulk_go({ label: bulk.label, count: bulk.counts.waiting })}
          </Button>
          <ButtonLink to={back} size="lg">
            {m.bulk_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </div>
  )
}

function labelOf(path: string, { questions, reasonLabel }: BulkForm): string {
  if (path === 'reason') return reasonLabel ?? m.ui_transition_reason()
  const question = questions.find(({ key }) => key === path.split('.', 1)[0])
  return question ? inLanguage(question.field.label) : path
}
