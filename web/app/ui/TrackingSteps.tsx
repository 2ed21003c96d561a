// SPDX-License-Identifier: MIT
import { Icon } from './icons/Icon.tsx'
import { stateIcon, type ShownState } from './StateBadge.tsx'

export interface TrackingStep {
  readonly title: string
  /** Who and when, or what is expected. */
  readonly detail?: string | undefined
  readonly status: 'done' | 'current' | 'to-come'
  /** The state reached, for the current step: its colour and icon. */
  readonly state?: ShownState | undefined
}

/** « Où en est ma demande »: the road of a request as its applicant reads it. */
export function TrackingSteps({ steps }: { steps: readonly TrackingStep[] }) {
  return (
    <ol className="vsteps">
      {steps.map((step) => (
        <li
          key={step.title}
          className={classOf(step)}
          aria-current={step.status === 'current' ? 'step' : undefined}
        >
          <span className="dot">
            {step.status === 'done' && <Icon name="check" />}
            {step.status === 'current' && <Icon name={step.state ? stateIcon(step.state) : 'circle-dot'} />}
          </span>
          <div>
            {step.status === 'to-come' ? step.title : <b>{step.title}</b>}
            {step.detail !== undefined && <small>{step.detail}</small>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function classOf(step: TrackingStep): string | undefined {
  if (step.status === 'current') return `cur tone-${step.state?.tone ?? 'info'}`
  return step.status === 'done' ? 'done' : undefined
}
