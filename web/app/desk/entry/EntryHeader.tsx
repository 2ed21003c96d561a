// SPDX-License-Identifier: MIT
import type { EntryView, GuideStage, TransitionView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { Guide } from '../../ui/Guide.tsx'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'
import { fromList } from '../list-link.ts'
import type { ListPlace } from './list-place.server.ts'

interface Props {
  readonly entry: EntryView
  readonly guide: readonly (Omit<GuideStage, 'reachedAt'> & { readonly reachedOn?: string | undefined })[]
  readonly receivedOn: string
  /** Days in the present state; absent once closed. */
  readonly waitingDays: number | undefined
  readonly base: string
  readonly place: ListPlace | undefined
}

/** Title, state, what may be done, and where the entry is on its road. Stays in sight on a wide screen. */
export function EntryHeader({ entry, guide, receivedOn, waitingDays, base, place }: Props) {
  const state: ShownState | undefined = entry.state
    ? { label: entry.state.label, tone: entry.state.tone, icon: entry.state.icon ?? undefined }
    : undefined
  return (
    <>
      <header className="ent-h">
        <div className="grow">
          <div className="row row--wrap">
            <Crumbs
              crumbs={[
                place
                  ? { label: place.title, to: place.address }
                  : { label: m.desk_nav_requests(), to: '/bureau' },
                { label: (place && placeWords(place)) ?? entry.number ?? entry.title },
              ]}
            />
            {place && <Around place={place} />}
          </div>
          <div className="row row--wrap ent-n">
            <h1>{entry.title}</h1>
            {state && <StateBadge state={state} block />}
          </div>
        </div>
        <nav className="ent-a" aria-label={m.desk_entry_actions()}>
          {entry.transitions.map((transition) => (
            <TransitionLink key={transition.key} transition={transition} base={base} list={place?.address} />
          ))}
          {entry.state === null && (
            <Link className="btn btn--secondary" to={`${base}/liens`}>
              <Icon name="link" />
              {m.people_relations()}
            </Link>
          )}
          <Link className="btn btn--secondary btn--icon" to={`${base}/imprimer`} title={m.entry_print()}>
            <Icon name="printer" />
            <span className="vh">{m.entry_print()}</span>
          </Link>
          {entry.may.explain && (
            <Link className="btn btn--secondary btn--icon" to={`${base}/acces`} title={m.access_open()}>
              <Icon name="eye" />
              <span className="vh">{m.access_open()}</span>
            </Link>
          )}
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

/** « 14 sur 14 ». */
function placeWords({ position, total }: ListPlace): string | undefined {
  if (position === null || position > total.count) return undefined
  const words = { position, total: total.count }
  return total.capped ? m.entry_place_more(words) : m.entry_place(words)
}

/** The entries before and after, in the order of the list. */
function Around({ place: { address, previous, next } }: { place: ListPlace }) {
  if (previous === null && next === null) return null
  return (
    <nav className="ent-nav" aria-label={m.entry_nav()}>
      {previous !== null && (
        <Link
          className="btn btn--sm btn--icon"
          rel="prev"
          to={fromList(`/bureau/fiches/${previous}`, address)}
          title={m.entry_previous()}
        >
          <Icon name="chevron-left" />
          <span className="vh">{m.entry_previous()}</span>
        </Link>
      )}
      {next !== null && (
        <Link
          className="btn btn--sm btn--icon"
          rel="next"
          to={fromList(`/bureau/fiches/${next}`, address)}
          title={m.entry_next()}
        >
          <Icon name="chevron-right" />
          <span className="vh">{m.entry_next()}</span>
        </Link>
      )}
    </nav>
  )
}

interface TransitionLinkProps {
  readonly transition: TransitionView
  readonly base: string
  readonly list: string | undefined
}

/** Opens the form of the transition. One that a guard refuses says why instead. */
function TransitionLink({ transition, base, list }: TransitionLinkProps) {
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
    <Link
      className={`btn btn--${transition.emphasis}`}
      to={fromList(`${base}/${transition.key}`, list)}
      aria-keyshortcuts={transition.shortcut ?? undefined}
      title={transition.shortcut?.toUpperCase()}
    >
      {words}
    </Link>
  )
}
