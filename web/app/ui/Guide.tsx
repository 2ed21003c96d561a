// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { Icon } from './icons/Icon.tsx'
import { stateIcon, type ShownState } from './StateBadge.tsx'

export interface GuideStage {
  readonly label: string
  readonly detail?: string | undefined
  readonly status: 'done' | 'current' | 'to-come'
  readonly state?: ShownState | undefined
}

/** The stages of a lifecycle above an entry: what is behind, where it is, what is ahead. A column on a phone. */
export function Guide({ stages }: { stages: readonly GuideStage[] }) {
  return (
    <ol className="guide" aria-label={m.desk_guide_label()}>
      {stages.map((stage) => (
        <li
          key={stage.label}
          className={classOf(stage)}
          aria-current={stage.status === 'current' ? 'step' : undefined}
        >
          <b>
            {stage.status === 'done' && <Icon name="circle-check-filled" size="sm" />}
            {stage.status === 'current' && stage.state && <Icon name={stateIcon(stage.state)} size="sm" />}
            {stage.label}
          </b>
          {stage.detail !== undefined && <small>{stage.detail}</small>}
        </li>
      ))}
    </ol>
  )
}

function classOf(stage: GuideStage): string {
  if (stage.status === 'done') return 'tone-ok'
  return stage.status === 'current' ? `cur tone-${stage.state?.tone ?? 'info'}` : 'tone-idle'
}
