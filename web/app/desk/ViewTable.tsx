// SPDX-License-Identifier: MIT
import type { ViewColumn } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { ShownRow } from './shown-rows.ts'
import type { AddressChange } from './view-address.ts'

interface Props {
  readonly columns: readonly ViewColumn[]
  readonly rows: readonly ShownRow[]
  readonly sort: string
  readonly address: (change: AddressChange) => string
}

const systemLabels: Readonly<Record<string, () => string>> = {
  number: m.desk_column_number,
  title: m.desk_column_title,
  state: m.desk_column_state,
  createdAt: m.desk_column_createdAt,
  updatedAt: m.desk_column_updatedAt,
  closedAt: m.desk_column_closedAt,
  owner: m.desk_column_owner,
}

/** The entries of a view: one row each, its title leading to it. How long each waits stands beside its date. */
export function ViewTable({ columns, rows, sort, address }: Props) {
  const waits = columns.some(({ key }) => key === 'createdAt')
  return (
    <div className="card tblcard">
      <table className="tbl">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} address={address} />
            ))}
            {waits && <th className="r">{m.desk_column_waiting()}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.key} className={column.isNumeric ? 'r' : undefined}>
                  {cell(column.key, row)}
                </td>
              ))}
              {waits && <td className="r nowrap">{waiting(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heading({ column, sort, address }: { column: ViewColumn } & Pick<Props, 'sort' | 'address'>) {
  const label = column.label ?? systemLabels[column.key]?.() ?? column.key
  const isSorted = sort.replace(/^-/, '') === column.key
  const isDescending = sort.startsWith('-')
  if (!column.sortable) return <th className={column.isNumeric ? 'r' : undefined}>{label}</th>
  return (
    <th
      className={column.isNumeric ? 'r' : undefined}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      <Link to={address({ sort: isSorted && !isDescending ? `-${column.key}` : column.key })}>
        {label}
        {isSorted && <Icon name={isDescending ? 'arrow-down' : 'arrow-up'} />}
      </Link>
    </th>
  )
}

function cell(key: string, row: ShownRow): ReactNode {
  switch (key) {
    case 'title':
      return (
        <Link className="obj" to={`/bureau/fiches/${row.id}`}>
          {row.title}
        </Link>
      )
    case 'number':
      return <span className="num muted nowrap">{row.number ?? '–'}</span>
    case 'state':
      return row.state ? <StateBadge state={row.state} /> : '–'
    case 'createdAt':
    case 'updatedAt':
    case 'closedAt':
      return <span className="nowrap">{row.dates[key]}</span>
    default:
      return fieldCell(row.cells[key])
  }
}

/** A field that is absent is masked on this row; an empty one is a dash. */
function fieldCell(words: string | undefined): ReactNode {
  if (words === undefined) {
    return (
      <span className="muted nowrap">
        <Icon name="lock" size="sm" /> {m.desk_masked()}
      </span>
    )
  }
  return words === '' ? '–' : words
}

function waiting({ waitingDays, late }: ShownRow): ReactNode {
  if (waitingDays === null) return '–'
  const words = m.desk_waiting_days({ days: waitingDays })
  if (!late) return words
  return (
    <b className="late">
      <Icon name="clock-exclamation" size="sm" /> {words}
      <span className="vh"> {m.desk_waiting_late()}</span>
    </b>
  )
}
