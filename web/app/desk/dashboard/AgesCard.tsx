// SPDX-License-Identifier: MIT
import type { AgesView } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { Bar } from './Bar.tsx'
import { FigureLink } from './FigureLink.tsx'
import { WidgetCard } from './WidgetCard.tsx'

type Step = AgesView['steps'][number]

/** How long entries have waited: one table whose numbers are drawn in it. */
export function AgesCard({ widget }: { widget: AgesView }) {
  const most = Math.max(...widget.steps.map(({ figure }) => figure.count), 0)
  const levels = new Set(widget.steps.map(({ level }) => level))
  return (
    <WidgetCard widget={widget}>
      <div className="card__b wdg__scroll">
        <table className="bars">
          <thead>
            <tr>
              <th scope="col">{m.dashboard_ages_since()}</th>
              <th className="bars__b">
                <span className="vh">{m.dashboard_drawn()}</span>
              </th>
              <th scope="col" className="r">
                {m.dashboard_ages_total()}
              </th>
              {widget.states.map((state) => (
                <th key={state.key} scope="col" className="r">
                  <StateBadge
                    state={{ label: state.label, tone: state.tone, icon: state.icon ?? undefined }}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {widget.steps.map((step) => (
              <tr key={step.fromDays}>
                <th scope="row">{stepWords(step)}</th>
                <td className="bars__b">
                  <Bar value={step.figure.count} most={most} look={step.level} />
                </td>
                <td className="r">
                  <FigureLink figure={step.figure} label={stepWords(step)} />
                </td>
                {step.byState.map((figure, at) => (
                  <td key={widget.states[at]?.key} className="r">
                    <FigureLink figure={figure} label={`${widget.states[at]?.label}, ${stepWords(step)}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {levels.size > 1 && (
          <ul className="legend">
            {(['fine', 'watch', 'late'] as const)
              .filter((level) => levels.has(level))
              .map((level) => (
                <li key={level}>
                  <span className={`legend__k hb--${level}`} aria-hidden="true" />
                  {levelWords[level]()}
                </li>
              ))}
          </ul>
        )}
      </div>
    </WidgetCard>
  )
}

const levelWords = {
  fine: m.dashboard_ages_fine,
  watch: m.dashboard_ages_watch,
  late: m.dashboard_ages_late,
}

function stepWords({ fromDays, toDays }: Step): string {
  if (toDays === null) return m.dashboard_ages_more({ days: fromDays - 1 })
  return fromDays === toDays
    ? m.dashboard_ages_one({ days: fromDays })
    : m.dashboard_ages_from({ from: fromDays, to: toDays })
}
