// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import type { ProviderChoice } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../../ui/language.ts'
import { inputId } from '../../ui/fields/form-state.ts'
import { StudioField, StudioSelect } from '../StudioField.tsx'
import type { Typed } from './provider-form.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface PartProps {
  readonly typed: Typed
  /** By the path of the setting. */
  readonly problems: Readonly<Partial<Record<string, string>>>
}

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card mt">
      <div className="card__h">
        <h2>{title}</h2>
      </div>
      <div className="card__b">{children}</div>
    </section>
  )
}

interface One extends PartProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

export function TextOf({
  name,
  label,
  hint,
  optional = false,
  typed,
  problems,
  lang,
  type,
}: One & { lang?: string; type?: string }) {
  return (
    <StudioField
      label={label}
      name={name}
      hint={hint}
      optional={optional}
      lang={lang}
      type={type}
      defaultValue={typed[name]}
      problem={problems[name]}
      spellCheck={false}
    />
  )
}

export function ChoiceOf({
  name,
  label,
  hint,
  typed,
  problems,
  choices,
  blank = false,
}: One & { choices: readonly Choice[]; blank?: boolean }) {
  return (
    <StudioSelect
      label={label}
      name={name}
      hint={hint}
      defaultValue={typed[name] ?? ''}
      problem={problems[name]}
    >
      {blank && <option value="">{m.studio_choose()}</option>}
      {choices.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </StudioSelect>
  )
}

export function YesOf({ name, label, hint, typed }: Omit<One, 'problems'>) {
  return (
    <label className="check">
      <input
        type="checkbox"
        id={inputId(name)}
        name={name}
        value="oui"
        defaultChecked={(typed[name] ?? '') !== ''}
      />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  )
}

/** Names that are the same in every language: algorithms, modes. */
export const same = (...values: string[]): Choice[] => values.map((value) => ({ value, label: value }))

/** Choices of the server, in the reader's language. */
export const inWords = (choices: readonly ProviderChoice[]): Choice[] =>
  choices.map(({ value, label }) => ({ value, label: inLanguage(label) }))
