// SPDX-License-Identifier: MIT
import type { InputHTMLAttributes } from 'react'
import { getLocale } from '../../paraglide/runtime.js'
import { inLanguage } from '../language.ts'
import { describedBy, inputId, valueAt, type EditorProps, type FieldOf } from './form-state.ts'
import { Frame } from './Frame.tsx'

type LineKey =
  'text' | 'email' | 'phone' | 'url' | 'siren' | 'siret' | 'uai' | 'iban' | 'integer' | 'number' | 'money'

/**
 * How one line is typed. Never `type=number`: it drops what it does not understand and changes under the wheel
 * (GOV.UK Design System, Text input, "Asking for whole numbers"); the server reads figures as people write them.
 */
const inputs: Record<LineKey, InputHTMLAttributes<HTMLInputElement>> = {
  text: { type: 'text' },
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel', className: 'input input--20' },
  url: { type: 'url', placeholder: 'https://', spellCheck: false },
  siren: { type: 'text', inputMode: 'numeric', className: 'input input--10', spellCheck: false },
  siret: { type: 'text', inputMode: 'numeric', className: 'input input--20', spellCheck: false },
  uai: { type: 'text', autoCapitalize: 'characters', className: 'input input--10', spellCheck: false },
  iban: { type: 'text', autoCapitalize: 'characters', spellCheck: false },
  integer: { type: 'text', inputMode: 'numeric', className: 'input input--10' },
  number: { type: 'text', inputMode: 'decimal', className: 'input input--10' },
  money: { type: 'text', inputMode: 'decimal', className: 'input input--10' },
}

/** One line: text, identifiers, figures. */
export function TextEditor({ field, name, form }: EditorProps<FieldOf<LineKey>>) {
  const unit = unitOf(field)
  const input = (
    <input
      className="input"
      {...inputs[field.type]}
      id={inputId(name)}
      name={name}
      defaultValue={valueAt(form, name)}
      aria-required={field.required || undefined}
      aria-invalid={form.problems[name] ? true : undefined}
      aria-describedby={describedBy(field, name, form)}
    />
  )
  return (
    <Frame field={field} name={name} form={form}>
      {unit === undefined ? (
        input
      ) : (
        <span className="unit">
          {input}
          <span>{unit}</span>
        </span>
      )}
    </Frame>
  )
}

function unitOf(field: FieldOf<LineKey>): string | undefined {
  if (field.type === 'money') return currencySign(field.currency ?? 'EUR')
  if (field.type !== 'number' && field.type !== 'integer') return undefined
  return 'unit' in field && field.unit ? inLanguage(field.unit) : undefined
}

function currencySign(currency: string): string {
  const parts = new Intl.NumberFormat(getLocale(), { style: 'currency', currency }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}
