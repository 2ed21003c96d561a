// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../icons/Icon.tsx'
import { inLanguage } from '../language.ts'
import { inputId, type EditorProps } from './form-state.ts'

type FrameProps = EditorProps & { children: ReactNode; note?: string | undefined }

/** A question with one input: label, help, problem, input. What is optional says so; what is required says nothing. */
export function Frame({ field, name, form, children, note }: FrameProps) {
  return (
    <div className={form.problems[name] ? 'field field--err' : 'field'}>
      <label className="label" htmlFor={inputId(name)}>
        <Words field={field} note={note} />
      </label>
      <HintAndProblem field={field} name={name} form={form} />
      {children}
    </div>
  )
}

/** A question with several inputs: the legend is the question. The summary of problems leads to its first input. */
export function GroupFrame({ field, name, form, children, note }: FrameProps) {
  return (
    <fieldset className={form.problems[name] ? 'field field--err' : 'field'}>
      <legend className="label">
        <Words field={field} note={note} />
      </legend>
      <HintAndProblem field={field} name={name} form={form} />
      {children}
    </fieldset>
  )
}

function Words({ field, note }: { field: EditorProps['field']; note?: string | undefined }) {
  const remarks = [!field.required && m.field_optional(), note].filter(Boolean).join(', ')
  return (
    <>
      {inLanguage(field.label)}
      {remarks !== '' && <span className="muted"> ({remarks})</span>}
    </>
  )
}

function HintAndProblem({ field, name, form }: EditorProps) {
  return (
    <>
      {field.help && (
        <p className="hint prewrap" id={`${inputId(name)}-hint`}>
          {inLanguage(field.help)}
        </p>
      )}
      <Problem name={name} text={form.problems[name]} />
      {form.origins?.[name] !== undefined && (
        <p className="origin">
          <Icon name="user-check" size="sm" />
          {form.origins[name]}
          <a href={`#${inputId(name)}`}>
            {m.field_origin_change()}
            <span className="vh"> {inLanguage(field.label)}</span>
          </a>
        </p>
      )}
    </>
  )
}

export function Problem({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null
  return (
    <p className="err" id={`${inputId(name)}-problem`}>
      <Icon name="alert-circle-filled" size="sm" />
      <span>
        <span className="vh">{m.field_problem_prefix()} </span>
        {text}
      </span>
    </p>
  )
}
