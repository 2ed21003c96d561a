// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import { m } from '../../paraglide/messages.js'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'
import type { ShownChange } from './shown-changes.ts'

const states: Readonly<Record<ShownChange['state'], readonly [label: () => string, tone: Tone]>> = {
  pending: [m.change_state_pending, 'wait'],
  applied: [m.change_state_applied, 'ok'],
  rejected: [m.change_state_rejected, 'danger'],
  withdrawn: [m.change_state_withdrawn, 'idle'],
}

/** Who proposed it, where it stands, until when, and what the levels before have said. */
export function ChangeMeta({ change }: { change: ShownChange }) {
  const [label, tone] = states[change.state]
  const state: ShownState = { label: label(), tone }
  const { level } = change
  return (
    <>
      <p className="meta">
        <StateBadge state={state} />
        <span>{m.change_by({ name: change.proposer ?? m.change_nobody(), at: change.proposedAt })}</span>
        {change.state === 'pending' && level.title !== '' && (
          <span>{m.change_level({ place: level.place, of: level.of, title: level.title })}</span>
        )}
        {change.state === 'pending' && change.dueOn !== undefined && (
          <span className={change.overdue ? 'tone-danger' : undefined}>
            {change.overdue ? m.change_late({ date: change.dueOn }) : m.change_due({ date: change.dueOn })}
          </span>
        )}
      </p>
      {change.decisions.map(({ level: title, accepted, by, at, reason }) => (
        <p key={title} className="sm">
          {accepted && m.change_accepted_by({ level: title, name: by ?? m.change_nobody(), at })}
          {reason !== null && <span className="prewrap"> {reason}</span>}
        </p>
      ))}
    </>
  )
}
