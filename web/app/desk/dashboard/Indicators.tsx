// SPDX-License-Identifier: MIT
import type { DelayView, Figure, IndicatorView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { getLocale } from '../../paraglide/runtime.js'
import { countFigures } from '../count-words.ts'
import { FigureLink } from './FigureLink.tsx'
import { listAddress } from './list-address.ts'

/** The main numbers, side by side. */
export function Indicators({ widgets }: { widgets: readonly (IndicatorView | DelayView)[] }) {
  return (
    <section className="card kpis" aria-label={m.dashboard_indicators()}>
      {widgets.map((widget) => (
        <div key={widget.key} className="kpi">
          <h2>{widget.title}</h2>
          {widget.kind === 'indicator' ? <Indicator widget={widget} /> : <Delay widget={widget} />}
          {widget.help !== null && <small>{widget.help}</small>}
        </div>
      ))}
    </section>
  )
}

function Indicator({ widget: { figure, tone, title, detail } }: { widget: IndicatorView }) {
  return (
    <>
      <Big figure={figure} label={title} tone={figure.count > 0 && tone !== null ? tone : undefined} />
      {detail && (
        <small>
          <FigureLink figure={detail.figure} label="" /> {detail.title}
        </small>
      )}
    </>
  )
}

function Big({ figure, label, tone }: { figure: Figure; label: string; tone: string | undefined }) {
  const figures = countFigures({ count: figure.count, capped: figure.capped === true })
  const look = tone ? `kpi__n tone-${tone} toned` : 'kpi__n'
  if (!figure.list) return <b className={look}>{figures}</b>
  return (
    <Link className={look} to={listAddress(figure.list)}>
      {figures}
      <span className="vh"> {label}</span>
    </Link>
  )
}

function Delay({ widget: { medianDays, figure, title } }: { widget: DelayView }) {
  if (medianDays === null) return <b className="kpi__n">–</b>
  const days = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 }).format(medianDays)
  const words = (
    <>
      {days} <i>{medianDays < 2 ? m.dashboard_day() : m.dashboard_days()}</i>
      <span className="vh"> {title}</span>
    </>
  )
  return figure.list ? (
    <Link className="kpi__n" to={listAddress(figure.list)}>
      {words}
    </Link>
  ) : (
    <b className="kpi__n">{words}</b>
  )
}
