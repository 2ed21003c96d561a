// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { CalendarInput } from './DateEditor.tsx'
import { describedBy, inputId, valueAt, type EditorProps, type FieldOf } from './form-state.ts'
import { GroupFrame } from './Frame.tsx'

/** A day and a time of the body's time zone. The day's input carries the id of the question. */
export function DateTimeEditor({ field, name, form }: EditorProps<FieldOf<'datetime'>>) {
  const described = describedBy(field, name, form)
  return (
    <GroupFrame field={field} name={name} form={form}>
      <div className="date3" id={inputId(name)} tabIndex={-1}>
        <div>
          <label className="label" htmlFor={inputId(`${name}.date`)}>
            {m.field_date()}
          </label>
          <CalendarInput name={`${name}.date`} form={form} describedBy={described} />
        </div>
        <div>
          <label className="label" htmlFor={inputId(`${name}.time`)}>
            {m.field_time()}
          </label>
          <input
            className="input input--10"
            type="time"
            id={inputId(`${name}.time`)}
            name={`${name}.time`}
            defaultValue={valueAt(form, `${name}.time`)}
            aria-describedby={described}
          />
        </div>
      </div>
    </GroupFrame>
  )
}
