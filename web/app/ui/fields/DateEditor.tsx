// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import {
  describedBy,
  inputId,
  valueAt,
  type EditorProps,
  type FieldOf,
  type FormState,
} from './form-state.ts'
import { Frame, GroupFrame } from './Frame.tsx'

/**
 * A day. Asked in three boxes when it is known by heart (birth, past fact), in a calendar when it is chosen ahead:
 * what GOV.UK's and the DSFR's tests found people fill in without mistakes.
 */
export function DateEditor({ field, name, form }: EditorProps<FieldOf<'date'>>) {
  if (!looksAhead(field)) {
    return (
      <GroupFrame field={field} name={name} form={form}>
        <DayInputs name={name} form={form} invalid={form.problems[name] !== undefined} />
      </GroupFrame>
    )
  }
  return (
    <Frame field={field} name={name} form={form}>
      <CalendarInput name={name} form={form} describedBy={describedBy(field, name, form)} />
    </Frame>
  )
}

const looksAhead = (field: FieldOf<'date'>): boolean => field.min?.startsWith('today') === true

/** Day, month and year typed apart: `name.day`, `name.month`, `name.year`. */
export function DayInputs({
  name,
  form,
  invalid,
  autoComplete,
}: {
  name: string
  form: FormState
  invalid: boolean
  autoComplete?: 'bday'
}) {
  const parts = [
    { key: 'day', label: m.field_day(), size: '2' },
    { key: 'month', label: m.field_month(), size: '2' },
    { key: 'year', label: m.field_year(), size: '4' },
  ]
  return (
    <div className="date3">
      {parts.map((part, index) => {
        const id = index === 0 ? inputId(name) : inputId(`${name}.${part.key}`)
        return (
          <div key={part.key}>
            <label className="label" htmlFor={id}>
              {part.label}
            </label>
            <input
              className={`input input--${part.size}`}
              id={id}
              name={`${name}.${part.key}`}
              inputMode="numeric"
              autoComplete={autoComplete && `${autoComplete}-${part.key}`}
              defaultValue={valueAt(form, `${name}.${part.key}`)}
              aria-invalid={invalid || undefined}
              aria-describedby={invalid ? `${inputId(name)}-problem` : undefined}
            />
          </div>
        )
      })}
    </div>
  )
}

export function CalendarInput({
  name,
  form,
  describedBy,
}: {
  name: string
  form: FormState
  describedBy?: string | undefined
}) {
  return (
    <input
      className="input input--10"
      type="date"
      id={inputId(name)}
      name={name}
      defaultValue={valueAt(form, name)}
      aria-invalid={form.problems[name] ? true : undefined}
      aria-describedby={describedBy}
    />
  )
}
