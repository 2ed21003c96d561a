// SPDX-License-Identifier: MIT
import { Icon } from '../icons/Icon.tsx'
import { describedBy, inputId, valueAt, type EditorProps, type FieldOf } from './form-state.ts'
import { Frame } from './Frame.tsx'

const foundParts = ['housenumber', 'street', 'postcode', 'city', 'citycode', 'context', 'lon', 'lat'] as const

/**
 * An address on one line. What the national base has found of it travels hidden, with the line it belongs to
 * (`_found`): when the person changes the line, the reader of the form drops the rest.
 */
export function AddressEditor({ field, name, form }: EditorProps<FieldOf<'address'>>) {
  const label = valueAt(form, `${name}.label`)
  const found = foundParts.filter((part) => valueAt(form, `${name}.${part}`) !== '')
  const problem = partProblem(form.problems, name)
  const shown = problem === undefined ? form : { ...form, problems: { ...form.problems, [name]: problem } }
  return (
    <Frame field={field} name={name} form={shown}>
      <span className="input">
        <Icon name="map-pin" />
        <input
          id={inputId(name)}
          name={`${name}.label`}
          autoComplete="street-address"
          defaultValue={label}
          aria-required={field.required || undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={describedBy(field, name, shown)}
        />
      </span>
      {found.map((part) => (
        <input
          key={part}
          type="hidden"
          name={`${name}.${part}`}
          defaultValue={valueAt(form, `${name}.${part}`)}
        />
      ))}
      {found.length > 0 && <input type="hidden" name={`${name}._found`} defaultValue={label} />}
    </Frame>
  )
}

/** The problem of the address or of one of its parts: there is one line to put right. */
function partProblem(problems: Readonly<Record<string, string>>, name: string): string | undefined {
  return problems[name] ?? Object.entries(problems).find(([path]) => path.startsWith(`${name}.`))?.[1]
}
