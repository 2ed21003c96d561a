// SPDX-License-Identifier: MIT
import type { ExplainChoices } from '@guichet/server'
import type { ReactNode } from 'react'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { inputId } from '../../ui/fields/form-state.ts'
import { Notice } from '../../ui/Notice.tsx'

interface Props {
  readonly choices: ExplainChoices
  readonly asked: {
    readonly q: string | undefined
    readonly person: string | undefined
    readonly action: string
    readonly field: string | undefined
  }
  readonly answer: { readonly may: boolean; readonly sentence: string } | undefined
}

const actions = [
  ['read', m.why_read],
  ['edit', m.why_edit],
  ['comment', m.why_comment],
  ['note', m.why_note],
  ['history', m.why_history],
  ['delete', m.why_delete],
  ['export', m.why_export],
  ['share', m.why_share],
] as const

/** A person is found by name, then a question is asked of them: plain forms, whose answer is this page. */
export function Why({ choices, asked, answer }: Props) {
  return (
    <section className="card mt" id="pourquoi">
      <div className="card__h">
        <h2>{m.why_title()}</h2>
      </div>
      <div className="card__b">
        {answer && <Notice tone={answer.may ? 'ok' : 'warn'} title={answer.sentence} announced />}
        <form action="#pourquoi" className="row row--wrap">
          <div className="field">
            <label className="label" htmlFor={inputId('q')}>
              {m.why_search()}
            </label>
            <input className="input" id={inputId('q')} name="q" type="search" defaultValue={asked.q} />
          </div>
          <Button icon="search">{m.why_find()}</Button>
        </form>
        {asked.q !== undefined && choices.people.length === 0 && <p className="muted">{m.why_nobody()}</p>}
        {choices.people.length > 0 && <Question choices={choices} asked={asked} />}
      </div>
    </section>
  )
}

function Question({ choices, asked }: Pick<Props, 'choices' | 'asked'>) {
  const { people, transitions, fields } = choices
  return (
    <form action="#pourquoi" className="mt">
      <input type="hidden" name="q" value={asked.q} />
      <fieldset className="field">
        <legend className="label">{m.why_person()}</legend>
        {people.map(({ id, name }, at) => (
          <label key={id} className="check">
            <input
              type="radio"
              name="personne"
              value={id}
              defaultChecked={asked.person === undefined ? at === 0 : asked.person === id}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="pair">
        <Select label={m.why_action()} name="action" value={asked.action}>
          {actions.map(([key, words]) => (
            <option key={key} value={key}>
              {words()}
            </option>
          ))}
          {transitions.map(({ key, label }) => (
            <option key={key} value={`transition:${key}`}>
              {label}
            </option>
          ))}
        </Select>
        <Select label={m.why_field()} name="champ" value={asked.field ?? ''}>
          <option value="">{m.why_whole()}</option>
          {fields.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <Button look="primary">{m.why_ask()}</Button>
    </form>
  )
}

interface SelectProps {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly children: ReactNode
}

function Select({ label, name, value, children }: SelectProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={inputId(name)}>
        {label}
      </label>
      <select className="input" id={inputId(name)} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  )
}
