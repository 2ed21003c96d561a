// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { Icon } from './icons/Icon.tsx'

export interface Step {
  readonly title: string
  readonly status: 'done' | 'current' | 'to-come'
  /** Where a page already filled in is changed. */
  readonly href?: string
}

/** Where one is in a form. On a phone: the bars, and the words of the current step only. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const current = steps.findIndex((step) => step.status === 'current')
  return (
    <>
      <p className="steps__now" aria-hidden="true">
        <span>{m.ui_step_of({ number: current + 1, total: steps.length })}</span>
        <b>{steps[current]?.title}</b>
      </p>
      <ol className="steps" aria-label={m.ui_steps_label()}>
        {steps.map((step, index) => (
          <li
            key={step.title}
            className={classes[step.status]}
            aria-current={index === current ? 'step' : undefined}
          >
            {step.status === 'done' ? (
              <span>
                <Icon name="check" size="sm" /> {m.ui_step_done()}
              </span>
            ) : (
              <span>
                {index === current
                  ? m.ui_step_of({ number: index + 1, total: steps.length })
                  : m.ui_step({ number: index + 1 })}
              </span>
            )}
            {step.href ? (
              <a href={step.href}>{step.title}</a>
            ) : index === current ? (
              <b>{step.title}</b>
            ) : (
              <span className="steps__t">{step.title}</span>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

const classes = { done: 'done', current: 'cur', 'to-come': undefined }
