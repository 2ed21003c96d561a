// SPDX-License-Identifier: MIT
import type { FormValues } from '@guichet/engine'
import type { AskableField } from '@guichet/server'
import type { ReactNode } from 'react'
import { m } from '../paraglide/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'

interface Props {
  readonly askable: readonly AskableField[]
  /** What was ticked and written, when the form comes back. */
  readonly values: FormValues
}

/** The answers to correct, ticked one by one, each with a word for who answers: only these will open. */
export function AskedFields({ askable, values }: Props) {
  const ticked = new Set(values['_ask'])
  return (
    <fieldset className="field asks">
      <legend className="label">
        {m.ask_fields()} <span className="muted">({m.field_optional()})</span>
      </legend>
      <p className="hint">{m.ask_fields_help()}</p>
      {askable.map(({ key, label, display }) => (
        <div key={key} className="ask">
          <label className="check">
            <input type="checkbox" name="_ask" value={key} defaultChecked={ticked.has(key)} />
            <span>
              {label}
              {display !== '' && <small>{display}</small>}
            </span>
          </label>
          <label className="ask__w">
            <span className="sm">{m.ask_word({ label })}</span>
            <input
              className="input"
              name={`_word.${key}`}
              maxLength={500}
              defaultValue={values[`_word.${key}`]?.[0]}
            />
          </label>
        </div>
      ))}
    </fieldset>
  )
}

/** A question that a correction was asked on, with the word of who asked it. */
export function AskedQuestion({ word, children }: { word: string | null | undefined; children: ReactNode }) {
  if (!word) return children
  return (
    <div className="asked">
      <p className="asked__w">
        <Icon name="message-2" />
        {m.portal_request_quote({ text: word })}
      </p>
      {children}
    </div>
  )
}
