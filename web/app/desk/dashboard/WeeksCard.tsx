// SPDX-License-Identifier: MIT
import type { WeeksView } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { FigureLink } from './FigureLink.tsx'
import { scaleOf } from './scale.ts'
import { WidgetCard } from './WidgetCard.tsx'

/** A week as it is read: « S 47 », and the day it begins. */
export interface ShownWeek {
  readonly number: number
  readonly begins: string
}

const left = 84
const height = 140
const floor = 122
const ceiling = 14
const column = 35

/** Lines over a table of the same columns: the drawing and the numbers are one thing. */
export function WeeksCard({ widget, weeks }: { widget: WeeksView; weeks: readonly ShownWeek[] }) {
  return (
    <WidgetCard widget={widget}>
      <div className="card__b wdg__scroll">
        <div className={`weeks weeks--${Math.ceil(weeks.length / 4) * 4}`}>
          <Lines widget={widget} weeks={weeks} />
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{m.dashboard_weeks_series()}</span>
                </th>
                {weeks.map(({ number, begins }) => (
                  <th key={number} scope="col">
                    {m.dashboard_week({ number })}
                    <span className="vh"> {m.dashboard_week_of({ day: begins })}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {widget.series.map(({ title, figures }, at) => (
                <tr key={title}>
                  <th scope="row">
                    <span className={`key key--${at}`} aria-hidden="true" /> {title}
                  </th>
                  {figures.map((figure, place) => (
                    <td key={weeks[place]?.number}>
                      <FigureLink
                        figure={figure}
                        label={`${title}, ${m.dashboard_week_of({ day: weeks[place]?.begins ?? '' })}`}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </WidgetCard>
  )
}

function Lines({ widget: { series }, weeks }: { widget: WeeksView; weeks: readonly ShownWeek[] }) {
  const { top, ticks } = scaleOf(series.flatMap(({ figures }) => figures.map(({ count }) => count)))
  const width = left + weeks.length * column
  const x = (at: number) => left + (at + 0.5) * column
  const y = (value: number) => floor - (value / top) * (floor - ceiling)
  return (
    <svg className="weeks__c" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${width}`} className="weeks__g" />
          <text x={left - 10} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {series.map(({ title, figures }, at) => (
        <g key={title} className={`line line--${at}`}>
          <polyline points={figures.map(({ count }, place) => `${x(place)},${y(count)}`).join(' ')} />
          {figures.map(({ count }, place) =>
            at === 0 ? (
              <circle key={weeks[place]?.number} cx={x(place)} cy={y(count)} r="3.5" />
            ) : (
              <rect
                key={weeks[place]?.number}
                x={x(place) - 3.2}
                y={y(count) - 3.2}
                width="6.4"
                height="6.4"
              />
            ),
          )}
        </g>
      ))}
    </svg>
  )
}
