// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { Icon } from '../icons/Icon.tsx'
import {
  describedBy,
  inputId,
  type ProposedAddress,
  valueAt,
  type EditorProps,
  type FieldOf,
} from './form-state.ts'
import { Frame } from './Frame.tsx'

const foundParts = ['housenumber', 'street', 'postcode', 'city', 'citycode', 'context', 'lon', 'lat'] as const

/**
 * An address on one line. What the base has found of it travels hidden, with the line it belongs to (`_found`): when
 * the person changes the line, the reader of the form drops the rest.
 *
 * A list opens while it is typed where scripts run (`islands/address.ts`). Without them the line is looked for when the
 * form is sent, and the page proposes what it may mean.
 */
export function AddressEditor({ field, name, form }: EditorProps<FieldOf<'address'>>) {
  const label = valueAt(form, `${name}.label`)
  const found = foundParts.filter((part) => valueAt(form, `${name}.${part}`) !== '')
  const problem = partProblem(form.problems, name)
  const shown = problem === undefined ? form : { ...form, problems: { ...form.problems, [name]: problem } }
  const proposed = form.addresses?.[name] ?? []
  return (
    <Frame field={field} name={name} form={shown}>
      <span
        className="complete"
        data-address={name}
        data-list={m.field_address_list()}
        data-found={m.field_address_found({ count: '{count}' })}
        data-none={m.field_address_none()}
      >
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
      </span>
      {proposed.length > 0 && (
        <Proposed name={name} line={label} proposed={proposed} mayKeep={field.strict !== true} />
      )}
    </Frame>
  )
}

/** What the line may mean, and the way to keep it as it is. */
function Proposed({
  name,
  line,
  proposed,
  mayKeep,
}: {
  name: string
  line: string
  proposed: readonly ProposedAddress[]
  mayKeep: boolean
}) {
  return (
    <fieldset className="found">
      <legend className="label">{m.field_address_proposed()}</legend>
      <input type="hidden" name={`${name}._asked`} defaultValue={line} />
      {proposed.map(({ line: first, detail, json }) => (
        <label key={json} className="check">
          <input type="radio" name={`${name}._choice`} value={json} />
          <span>
            {first}
            <small>{detail}</small>
          </span>
        </label>
      ))}
      {mayKeep && (
        <label className="check">
          <input type="radio" name={`${name}._choice`} value="keep" />
          <span>{m.field_address_keep({ line })}</span>
        </label>
      )}
    </fieldset>
  )
}

/** The problem of the address or of one of its parts: there is one line to put right. */
function partProblem(problems: Readonly<Record<string, string>>, name: string): string | undefined {
  return problems[name] ?? Object.entries(problems).find(([path]) => path.startsWith(`${name}.`))?.[1]
}
