// SPDX-License-Identifier: MIT
import type { EntryView } from '@guichet/server'
import { Fragment } from 'react'
import type { Refusal } from '../forms/refusal.ts'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { TransitionTyped } from './take-transition.server.ts'

interface Props {
  readonly entry: EntryView
  readonly refused: Refusal
  readonly typed: TransitionTyped | undefined
  readonly back: string
}

/** The entry has moved on: why, and what had been typed for it. */
export function RefusedTransition({ entry, refused, typed, back }: Props) {
  const written = typed ? writtenWords(entry, typed) : []
  return (
    <>
      <Notice tone="warn" title={refused.title} announced>
        <p>{refused.detail}</p>
        {entry.state && <p>{m.portal_conflict_state({ state: entry.state.label })}</p>}
      </Notice>
      {written.length > 0 && (
        <section className="mt">
          <h2>{m.ui_refused_typed_title()}</h2>
          <p className="muted">{m.ui_refused_typed()}</p>
          <dl className="kv">
            {written.map(({ label, text }) => (
              <Fragment key={label}>
                <dt>{label}</dt>
                <dd className="prewrap">{text}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      )}
      <p className="f-act">
        <ButtonLink to={back} look="primary" size="lg">
          {m.ui_refused_back()}
        </ButtonLink>
      </p>
    </>
  )
}

function writtenWords(
  entry: EntryView,
  { values, reason }: TransitionTyped,
): { label: string; text: string }[] {
  const answers = Object.entries(values)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, sent]) => {
      const field = entry.fields.find(({ key }) => key === name.split('.', 1)[0])
      return { label: field ? field.label : name, text: sent.join(', ') }
    })
  return [...answers, { label: m.ui_transition_reason(), text: reason }].filter(
    ({ text }) => text.trim() !== '',
  )
}
