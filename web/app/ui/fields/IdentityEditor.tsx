// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { DayInputs } from './DateEditor.tsx'
import { inputId, valueAt, type EditorProps, type FieldOf, type FormState } from './form-state.ts'
import { GroupFrame, Problem } from './Frame.tsx'

/** First and last name; civility and date of birth when the field asks for them. */
export function IdentityEditor({ field, name, form }: EditorProps<FieldOf<'person_identity'>>) {
  return (
    <GroupFrame field={field} name={name} form={form}>
      {field.civility && <Civility field={field} name={`${name}.civility`} form={form} />}
      <div className="pair">
        <NamePart
          label={m.field_first_name()}
          autoComplete="given-name"
          name={`${name}.firstName`}
          id={name}
          form={form}
        />
        <NamePart
          label={m.field_last_name()}
          autoComplete="family-name"
          name={`${name}.lastName`}
          form={form}
        />
      </div>
      {field.birthDate && <BirthDate field={field} name={`${name}.birthDate`} form={form} />}
    </GroupFrame>
  )
}

/** `id` is the path of the whole question on its first input, where the summary of problems leads. */
function NamePart({
  label,
  autoComplete,
  name,
  id = name,
  form,
}: {
  label: string
  autoComplete: string
  name: string
  id?: string
  form: FormState
}) {
  const problem = form.problems[name]
  return (
    <div className={problem ? 'field sub field--err' : 'field sub'}>
      <label className="label" htmlFor={inputId(id)}>
        {label}
      </label>
      <Problem name={name} text={problem} />
      <input
        className="input"
        id={inputId(id)}
        name={name}
        autoComplete={autoComplete}
        defaultValue={valueAt(form, name)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${inputId(name)}-problem` : undefined}
      />
    </div>
  )
}

function Civility({ field, name, form }: EditorProps<FieldOf<'person_identity'>>) {
  const problem = form.problems[name]
  return (
    <fieldset className={problem ? 'sub field--err' : 'sub'}>
      <legend className="label">
        {m.field_civility()}
        {field.civility === 'optional' && <span className="muted"> ({m.field_optional()})</span>}
      </legend>
      <Problem name={name} text={problem} />
      <div className="check--row">
        {(['mme', 'm'] as const).map((civility, index) => (
          <label key={civility} className="check">
            <input
              type="radio"
              id={index === 0 ? inputId(name) : undefined}
              name={name}
              value={civility}
              defaultChecked={valueAt(form, name) === civility}
            />
            <span>{civility === 'mme' ? m.field_civility_mme() : m.field_civility_m()}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function BirthDate({ field, name, form }: EditorProps<FieldOf<'person_identity'>>) {
  const problem = form.problems[name]
  return (
    <fieldset className={problem ? 'sub field--err' : 'sub'}>
      <legend className="label">
        {m.field_birth_date()}
        {field.birthDate === 'optional' && <span className="muted"> ({m.field_optional()})</span>}
      </legend>
      <Problem name={name} text={problem} />
      <DayInputs name={name} form={form} invalid={problem !== undefined} autoComplete="bday" />
    </fieldset>
  )
}
