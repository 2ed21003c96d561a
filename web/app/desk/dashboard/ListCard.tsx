// SPDX-License-Identifier: MIT
import type { EntryListView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'
import { columnLabel } from '../column-label.ts'
import { countFigures } from '../count-words.ts'
import { listAddress } from './list-address.ts'
import { WidgetCard } from './WidgetCard.tsx'

/** An entry of a list, in words. */
export interface ShownEntry {
  readonly id: string
  readonly number: string | null
  readonly title: string
  /** What it is and of whom, under its title. */
  readonly about: string
  readonly cells: Readonly<Record<string, string>>
  readonly state: ShownState | undefined
  readonly waitingDays: number | null
  readonly late: boolean
}

/** The first entries of a view, oldest or most late first. */
export function ListCard({
  widget,
  rows,
}: {
  widget: Omit<EntryListView, 'rows'>
  rows: readonly ShownEntry[]
}) {
  const columns = widget.columns.filter(isOwnColumn)
  return (
    <WidgetCard
      widget={widget}
      more={
        widget.figure.list &&
        rows.length > 0 && (
          <Link className="sm" to={listAddress(widget.figure.list)}>
            {m.dashboard_list_all({
              count: countFigures({ count: widget.figure.count, capped: widget.figure.capped === true }),
            })}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="card__b muted">{m.dashboard_list_empty()}</p>
      ) : (
        <div className="wdg__scroll">
          <table className="wt wt--cards">
            <thead>
              <tr>
                <th scope="col">{m.desk_column_number()}</th>
                <th scope="col">{m.desk_column_title()}</th>
                {columns.map((column) => (
                  <th key={column.key} scope="col">
                    {columnLabel(column)}
                  </th>
                ))}
                <th scope="col" className="r">
                  {m.desk_column_waiting()}
                </th>
                <th scope="col">{m.desk_column_state()}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} columns={columns} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </WidgetCard>
  )
}

/** Those with a column of their own here: the others stand under the title, or at the end. */
const elsewhere = new Set(['number', 'title', 'state', 'createdAt', 'updatedAt', 'closedAt'])
export const isOwnColumn = ({ key, role }: EntryListView['columns'][number]) =>
  role === null && !elsewhere.has(key)

function Row({ row, columns }: { row: ShownEntry; columns: EntryListView['columns'] }) {
  return (
    <tr>
      <td className="num muted nowrap">{row.number ?? '–'}</td>
      <td className="c-title">
        <Link className="obj" to={`/bureau/fiches/${row.id}`}>
          {row.title}
        </Link>
        {row.about !== '' && <small>{row.about}</small>}
      </td>
      {columns.map((column) => (
        <td key={column.key} data-label={columnLabel(column)}>
          {row.cells[column.key] || '–'}
        </td>
      ))}
      <td className="r nowrap" data-label={m.desk_column_waiting()}>
        {row.waitingDays === null ? '–' : <Waiting days={row.waitingDays} late={row.late} />}
      </td>
      <td>{row.state ? <StateBadge state={row.state} /> : '–'}</td>
    </tr>
  )
}

function Waiting({ days, late }: { days: number; late: boolean }) {
  const words = m.desk_waiting_days({ days })
  return late ? (
    <b className="late">
      {words}
      <span className="vh"> {m.desk_waiting_late()}</span>
    </b>
  ) : (
    words
  )
}
