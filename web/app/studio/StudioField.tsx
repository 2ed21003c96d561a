// SPDX-License-Identifier: MIT
import type { ComponentProps, ReactNode } from 'react'
import { m } from '../paraglide/messages.js'
import { inputId } from '../ui/fields/form-state.ts'
import { Problem } from '../ui/fields/Frame.tsx'

interface Words {
  readonly label: string
  readonly name: string
  /** Of the input, when several forms of a page have one of that name. */
  readonly id?: string | undefined
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly optional?: boolean
}

/** A question of a settings form, on one line. */
export function StudioField({
  label,
  name,
  hint,
  problem,
  optional,
  id = inputId(name),
  ...input
}: Words & ComponentProps<'input'>) {
  return (
    <Question id={id} label={label} hint={hint} problem={problem} optional={optional ?? false}>
      <input className="input" name={name} {...described({ id, hint, problem })} {...input} />
    </Question>
  )
}

/** The same on several lines. */
export function StudioText({
  label,
  name,
  hint,
  problem,
  optional,
  id = inputId(name),
  ...input
}: Words & ComponentProps<'textarea'>) {
  return (
    <Question id={id} label={label} hint={hint} problem={problem} optional={optional ?? false}>
      <textarea className="input" name={name} {...described({ id, hint, problem })} {...input} />
    </Question>
  )
}

/** The same with a list to choose from. */
export function StudioSelect({
  label,
  name,
  hint,
  problem,
  optional,
  id = inputId(name),
  children,
  ...input
}: Words & ComponentProps<'select'>) {
  return (
    <Question id={id} label={label} hint={hint} problem={problem} optional={optional ?? false}>
      <select className="input" name={name} {...described({ id, hint, problem })} {...input}>
        {children}
      </select>
    </Question>
  )
}

function Question({
  id,
  label,
  hint,
  problem,
  optional,
  children,
}: Omit<Words, 'name' | 'id'> & { id: string; optional: boolean; children: ReactNode }) {
  return (
    <div className={problem ? 'field field--err' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
        {optional && <span className="muted"> ({m.field_optional()})</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problem name={id.slice(inputId('').length)} text={problem} />
      {children}
    </div>
  )
}

function described({ id, hint, problem }: Pick<Words, 'hint' | 'problem'> & { id: string }) {
  const by = [hint !== undefined && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return {
    id,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': by === '' ? undefined : by,
  } as const
}
