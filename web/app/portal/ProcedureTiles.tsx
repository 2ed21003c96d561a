// SPDX-License-Identifier: MIT
import type { ProcedureTile } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import type { DateWords } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon, iconNamed } from '../ui/icons/Icon.tsx'

/** A tile with its last line in words: « 5 min · réponse sous 8 jours ». */
export type ShownTile = ProcedureTile & { readonly facts: readonly string[] }

export function tileFacts(tile: ProcedureTile, dates: DateWords): string[] {
  const { minutes, answerDays, opening } = tile
  if (!opening.open) return [openingWords(opening, dates) ?? '']
  return [
    minutes === undefined ? '' : m.portal_minutes({ minutes }),
    answerDays === undefined ? '' : m.portal_answer_days({ count: answerDays }),
    openingWords(opening, dates) ?? '',
  ].filter(Boolean)
}

/** When it opens, closed or will close; nothing when it is always open. */
export function openingWords(opening: ProcedureTile['opening'], dates: DateWords): string | undefined {
  if (opening.open) return opening.until && m.portal_open_until({ date: dates.calendarDay(opening.until) })
  return opening.because === 'not-yet'
    ? m.portal_opens_on({ date: dates.calendarDay(opening.opensOn) })
    : m.portal_closed_on({ date: dates.calendarDay(opening.closedOn) })
}

export function ProcedureTiles({ procedures }: { procedures: readonly ShownTile[] }) {
  if (procedures.length === 0) {
    return (
      <EmptyState icon="search" title={m.portal_none_title()}>
        <p>{m.portal_none_detail()}</p>
        <ButtonLink to="/">{m.portal_see_all()}</ButtonLink>
      </EmptyState>
    )
  }
  return (
    <ul className="tiles">
      {procedures.map((procedure) => (
        <li key={procedure.key} className="card tile">
          <Icon name={iconNamed(procedure.icon)} size="lg" />
          <div>
            <h3>
              <Link to={`/demarches/${procedure.key}`}>{procedure.title}</Link>
            </h3>
            <p>{procedure.summary}</p>
            {procedure.facts.length > 0 && <p className="tile__m">{procedure.facts.join(' · ')}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
