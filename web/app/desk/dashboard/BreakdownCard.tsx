// SPDX-License-Identifier: MIT
import type { BreakdownRow, BreakdownView } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { Bar } from './Bar.tsx'
import { FigureLink } from './FigureLink.tsx'
import { WidgetCard } from './WidgetCard.tsx'

/** Numbers by state, choice, service: the first column is drawn, the last line is their sum. */
export function BreakdownCard({ widget }: { widget: BreakdownView }) {
  const most = Math.max(...widget.rows.map(({ figures: [first] }) => first?.count ?? 0), 0)
  return (
    <WidgetCard widget={widget}>
      {widget.rows.length === 0 ? (
        <p className="card__b muted">{m.dashboard_nothing()}</p>
      ) : (
        <div className="wdg__scroll">
          <table className="wt">
            <thead>
              <tr>
                <th scope="col">{widget.by ?? m.desk_column_state()}</th>
                <th className="bars__b">
                  <span className="vh">{m.dashboard_drawn()}</span>
                </th>
                {widget.columns.map(({ title }) => (
                  <th key={title} scope="col" className="r">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {widget.rows.map((row, at) => (
                <tr key={row.figures[0]?.list?.view ? JSON.stringify(row.figures[0].list) : at}>
                  <th scope="row">
                    <RowName row={row} />
                  </th>
                  <td className="bars__b">
                    <Bar value={row.figures[0]?.count ?? 0} most={most} />
                  </td>
                  <Figures widget={widget} figures={row.figures} name={nameOf(row)} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {m.dashboard_total()}
                </th>
                <Figures widget={widget} figures={widget.total} name={m.dashboard_total()} />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </WidgetCard>
  )
}

type FiguresProps = {
  readonly widget: Pick<BreakdownView, 'columns'>
  readonly figures: BreakdownRow['figures']
  readonly name: string
}

function Figures({ widget, figures, name }: FiguresProps) {
  return figures.map((figure, at) => {
    const column = widget.columns[at]
    return (
      <td key={column?.title} className="r">
        <FigureLink
          figure={figure}
          label={`${name}, ${column?.title ?? ''}`}
          late={column?.tone === 'danger'}
        />
      </td>
    )
  })
}

const nameOf = ({ label }: BreakdownRow): string => label ?? m.dashboard_none()

function RowName({ row }: { row: BreakdownRow }) {
  const { state } = row
  if (state)
    return <StateBadge state={{ label: state.label, tone: state.tone, icon: state.icon ?? undefined }} />
  return row.label === null ? <span className="muted">{m.dashboard_none()}</span> : row.label
}
