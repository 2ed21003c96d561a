// SPDX-License-Identifier: MIT
import type { ViewColumn } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'
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

/**
 * The entries of a view: one row each, its title leading to it, the kind that follows the title under it. How long each
 * waits stands at the end.
 */
export function ViewTable({ columns, rows, sort, address }: Props) {
  const kind = kindUnderTitle(columns)
  const shown = columns.filter((column) => column !== kind)
  const waits = columns.some(({ key }) => key === 'createdAt')
  return (
    <div className="card tblcard">
      <table className="tbl">
        <thead>
          <tr>
            {shown.map((column) => (
              <Heading key={column.key} column={column} kind={kind} sort={sort} address={address} />
            ))}
            {waits && <th className="r">{m.desk_column_waiting()}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {shown.map((column) => (
                <td key={column.key} className={classOf(column)}>
                  {cell(column.key, row)}
                  {column.key === 'title' && kind && <small>{row.cells[kind.key]}</small>}
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

/** A choice that directly follows the title says what kind of entry it is: it needs no column. */
function kindUnderTitle(columns: readonly ViewColumn[]): ViewColumn | undefined {
  const next = columns[columns.findIndex(({ key }) => key === 'title') + 1]
  return next?.role === 'kind' ? next : undefined
}

function classOf({ key, isNumeric }: ViewColumn): string | undefined {
  if (isNumeric) return 'r'
  return key === 'title' ? 'c-title' : undefined
}

type HeadingProps = { column: ViewColumn; kind: ViewColumn | undefined } & Pick<Props, 'sort' | 'address'>

function Heading({ column, kind, sort, address }: HeadingProps) {
  const label = headingLabel(column, kind)
  const isSorted = sort.replace(/^-/, '') === column.key
  const isDescending = sort.startsWith('-')
  if (!column.sortable) return <th className={classOf(column)}>{label}</th>
  return (
    <th
      className={classOf(column)}
      aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      <Link to={address({ sort: isSorted && !isDescending ? `-${column.key}` : column.key })}>
        {label}
        {isSorted && <Icon name={isDescending ? 'arrow-down' : 'arrow-up'} />}
      </Link>
    </th>
  )
}

function headingLabel({ key, label, role }: ViewColumn, kind: ViewColumn | undefined): string {
  if (key === 'title' && kind?.label) {
    return m.desk_column_title_with({ label: kind.label.toLocaleLowerCase(getLocale()) })
  }
  // The question says « Votre nom » to who answers it.
  if (role === 'applicant') return m.desk_column_applicant()
  return label ?? systemLabels[key]?.() ?? key
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
