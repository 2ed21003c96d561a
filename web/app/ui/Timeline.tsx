// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import { Icon, type IconName } from './icons/Icon.tsx'

export interface TimelineEvent {
  readonly id: number | string
  readonly title: string
  readonly detail: string
  /** The words given with a decision. */
  readonly reason?: string | undefined
  readonly tone: Tone
  readonly icon: IconName
}

/** What happened to an entry, newest first. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className="tl">
      {events.map((event) => (
        <li key={event.id} className={`tone-${event.tone}`}>
          <Icon name={event.icon} />
          <div>
            <b>{event.title}</b>
            {event.reason !== undefined && <p className="tl__why prewrap">{event.reason}</p>}
            <small>{event.detail}</small>
          </div>
        </li>
      ))}
    </ol>
  )
}
