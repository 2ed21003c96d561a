// SPDX-License-Identifier: MIT
import type { InputHTMLAttributes } from 'react'
import { inputId } from '../../ui/fields/form-state.ts'

/** One input of a form about accounts. */
export function AccountField({
  label,
  name,
  hint,
  ...input
}: { label: string; name: string; hint?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = inputId(name)
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        className="input"
        id={id}
        name={name}
        required
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...input}
      />
    </div>
  )
}
