// SPDX-License-Identifier: MIT
import type { EntryView, GuideStage, TransitionView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { Guide } from '../../ui/Guide.tsx'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'

interface Props {
  readonly entry: EntryView
  readonly guide: readonly (Omit<GuideStage, 'reachedAt'> & { readonly reachedOn?: string | undefined })[]
  readonly receivedOn: string
  /** Days in the present state; absent once closed. */
  readonly waitingDays: number | undefined
  readonly base: string
}

/** Title, state, what may be done, and where the entry is on its road. Stays in sight on a wide screen. */
export function EntryHeader({ entry, guide, receivedOn, waitingDays, base }: Props) {
  const state: ShownState | undefined = entry.state
    ? { label: entry.state.label, tone: entry.state.tone, icon: entry.state.icon ?? undefined }
    : undefined
  return (
    <>
      <header className="ent-h">
        <div className="grow">
          <Crumbs
            crumbs={[{ label: m.desk_nav_requests(), to: '/bureau' }, { label: entry.number ?? entry.title }]}
          />
          <div className="row row--wrap ent-n">
            <h1>{entry.title}</h1>
            {state && <StateBadge state={state} block />}
          </div>
        </div>
        <nav className="ent-a" aria-label={m.desk_entry_actions()}>
          {entry.transitions.map((transition) => (
            <TransitionLink key={transition.key} transition={transition} base={base} />
          ))}
        </nav>
      </header>
      <section className="ent-g" aria-label={m.desk_guide_label()}>
        <p className="meta">
          {entry.number !== null && <span className="num">{entry.number}</span>}
          <span>{entry.procedure?.title ?? entry.collectionTitle}</span>
          {entry.applicant !== null && (
            <span>
              <Icon name="user" size="sm" />
              {entry.applicant}
            </span>
          )}
          <span>{m.desk_entry_received({ date: receivedOn })}</span>
          {waitingDays !== undefined && waitingDays > 0 && (
            <span>
              <Icon name="clock" size="sm" />
              {m.desk_entry_waits({ days: waitingDays })}
            </span>
          )}
          {entry.heldBy && <span>{m.desk_entry_held_by({ name: entry.heldBy.title })}</span>}
        </p>
        {guide.length > 0 && (
          <Guide
            stages={guide.map(({ label, status, reachedOn }) => ({
              label: status === 'current' && state ? state.label : label,
              detail: reachedOn,
              status,
              state: status === 'current' ? state : undefined,
            }))}
          />
        )}
      </section>
    </>
  )
}

/** Opens the form of the transition. One that a guard refuses says why instead. */
function TransitionLink({ transition, base }: { transition: TransitionView; base: string }) {
  const words = (
    <>
      <Icon name={iconNamed(transition.icon ?? undefined, 'arrow-right')} />
      {transition.label}
    </>
  )
  if (transition.refusedBecause !== null) {
    return (
      <span className="btn btn--secondary" aria-disabled="true" title={transition.refusedBecause}>
        {words}
        <span className="vh"> {m.desk_entry_refused_because({ reason: transition.refusedBecause })}</span>
      </span>
    )
  }
  return (
    <Link className={`btn btn--${transition.emphasis}`} to={`${base}/${transition.key}`}>
      {words}
    </Link>
  )
}
