// SPDX-License-Identifier: MIT
import { describedBy, inputId, valueAt, type EditorProps, type FieldOf } from './form-state.ts'
import { Frame } from './Frame.tsx'

/** Several lines. No `maxlength`: it would cut what is pasted without a word; the check says how much is too much. */
export function LongTextEditor({ field, name, form }: EditorProps<FieldOf<'long_text'>>) {
  return (
    <Frame field={field} name={name} form={form}>
      <textarea
        className="input"
        id={inputId(name)}
        name={name}
        rows={5}
        defaultValue={valueAt(form, name)}
        aria-required={field.required || undefined}
        aria-invalid={form.problems[name] ? true : undefined}
        aria-describedby={describedBy(field, name, form)}
      />
    </Frame>
  )
}
