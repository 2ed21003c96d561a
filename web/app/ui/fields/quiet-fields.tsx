// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../language.ts'
import { Notice } from '../Notice.tsx'
import { inputId, valueAt, withoutPlaces, type EditorProps, type FieldOf } from './form-state.ts'
import { Problem } from './Frame.tsx'

/** What the server works out: shown, never sent. */
export function ComputedField({ field, name, form }: EditorProps<FieldOf<'computed'>>) {
  const words = form.computed[withoutPlaces(name)]
  return (
    <div className="field">
      <span className="label">{inLanguage(field.label)}</span>
      {field.help && <p className="hint">{inLanguage(field.help)}</p>}
      <output className="readonly" id={inputId(name)}>
        {words ?? m.field_computed_later()}
      </output>
    </div>
  )
}

/** A text for the reader, where it is needed. */
export function InformationBlock({ field }: { field: FieldOf<'information'> }) {
  return (
    <div className="field inform">
      <Notice tone={field.tone ?? 'info'} title={inLanguage(field.label)}>
        <p className="prewrap">{inLanguage(field.text)}</p>
      </Notice>
    </div>
  )
}

/** A box to tick beside the very words that are consented to. */
export function ConsentEditor({ field, name, form }: EditorProps<FieldOf<'consent'>>) {
  const given = valueAt(form, name) !== ''
  const at = valueAt(form, `${name}.at`)
  return (
    <fieldset className={form.problems[name] ? 'field field--err' : 'field'}>
      <legend className="label">
        {inLanguage(field.label)}
        {!field.required && <span className="muted"> ({m.field_optional()})</span>}
      </legend>
      {field.help && <p className="hint">{inLanguage(field.help)}</p>}
      <Problem name={name} text={form.problems[name]} />
      <label className="check">
        <input
          type="checkbox"
          id={inputId(name)}
          name={name}
          value="yes"
          defaultChecked={given}
          aria-invalid={form.problems[name] ? true : undefined}
          aria-describedby={form.problems[name] ? `${inputId(name)}-problem` : undefined}
        />
        <span className="prewrap">{inLanguage(field.text)}</span>
      </label>
      {at !== '' && <input type="hidden" name={`${name}.at`} defaultValue={at} />}
    </fieldset>
  )
}
