// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../language.ts'
import { describedBy, inputId, valueAt, valuesAt, type EditorProps, type FieldOf } from './form-state.ts'
import { Frame, GroupFrame } from './Frame.tsx'

/** One option: buttons side by side in a list, or a list to unfold when the field says so. */
export function ChoiceEditor({ field, name, form }: EditorProps<FieldOf<'choice'>>) {
  if (field.display === 'select') {
    return (
      <Frame field={field} name={name} form={form}>
        <select
          className="input"
          id={inputId(name)}
          name={name}
          defaultValue={valueAt(form, name)}
          aria-required={field.required || undefined}
          aria-invalid={form.problems[name] ? true : undefined}
          aria-describedby={describedBy(field, name, form)}
        >
          <option value="">{m.field_choose()}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {inLanguage(option.label)}
            </option>
          ))}
        </select>
      </Frame>
    )
  }
  const options = field.options.map((option) => ({
    value: option.value,
    label: inLanguage(option.label),
    ...(option.help && { help: inLanguage(option.help) }),
  }))
  return (
    <GroupFrame field={field} name={name} form={form}>
      <Boxes type="radio" name={name} options={options} chosen={valuesAt(form, name)} />
    </GroupFrame>
  )
}

/** Several options. */
export function ChoicesEditor({ field, name, form }: EditorProps<FieldOf<'choices'>>) {
  const options = field.options.map((option) => ({
    value: option.value,
    label: inLanguage(option.label),
    ...(option.help && { help: inLanguage(option.help) }),
  }))
  const note = field.maxChoices === undefined ? undefined : m.field_choices_max({ max: field.maxChoices })
  return (
    <GroupFrame field={field} name={name} form={form} note={note}>
      <Boxes type="checkbox" name={name} options={options} chosen={valuesAt(form, name)} />
    </GroupFrame>
  )
}

/** Yes or no, neither being chosen beforehand. */
export function BooleanEditor({ field, name, form }: EditorProps<FieldOf<'boolean'>>) {
  const options = [
    { value: 'yes', label: m.field_yes() },
    { value: 'no', label: m.field_no() },
  ]
  return (
    <GroupFrame field={field} name={name} form={form}>
      <div className="check--row">
        <Boxes type="radio" name={name} options={options} chosen={valuesAt(form, name)} />
      </div>
    </GroupFrame>
  )
}

/** The first box carries the id of the question: the summary of problems leads to it. */
function Boxes({
  type,
  name,
  options,
  chosen,
}: {
  type: 'radio' | 'checkbox'
  name: string
  options: readonly { value: string; label: string; help?: string }[]
  chosen: readonly string[]
}) {
  return options.map((option, index) => (
    <label key={option.value} className="check">
      <input
        type={type}
        id={index === 0 ? inputId(name) : undefined}
        name={name}
        value={option.value}
        defaultChecked={chosen.includes(option.value)}
      />
      <span>
        {option.label}
        {option.help !== undefined && <small>{option.help}</small>}
      </span>
    </label>
  ))
}
