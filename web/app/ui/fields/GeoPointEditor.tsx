// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { inputId, valueAt, type EditorProps, type FieldOf } from './form-state.ts'
import { GroupFrame } from './Frame.tsx'

/** A place by its two figures, as maps give them. */
export function GeoPointEditor({ field, name, form }: EditorProps<FieldOf<'geo_point'>>) {
  const parts = [
    { name: `${name}.lat`, id: inputId(name), label: m.field_latitude(), example: '43,5297' },
    { name: `${name}.lon`, id: inputId(`${name}.lon`), label: m.field_longitude(), example: '5,4474' },
  ]
  return (
    <GroupFrame field={field} name={name} form={form}>
      <div className="date3">
        {parts.map((part) => (
          <div key={part.name}>
            <label className="label" htmlFor={part.id}>
              {part.label}
            </label>
            <input
              className="input input--10"
              id={part.id}
              name={part.name}
              inputMode="decimal"
              placeholder={part.example}
              defaultValue={valueAt(form, part.name)}
              aria-describedby={form.problems[name] ? `${inputId(name)}-problem` : undefined}
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  )
}
