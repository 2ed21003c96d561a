// SPDX-License-Identifier: MIT
import type { ViewColumn } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { columnLabel } from './column-label.ts'
import type { ShownRow } from './shown-rows.ts'
import type { AddressChange } from './view-address.ts'

interface Props {
  readonly columns: readonly ViewColumn[]
  readonly rows: readonly ShownRow[]
  readonly sort: string
  readonly address: (change: AddressChange) => string
  /** Address of the entry, which remembers the list. */
  readonly entry: (id: string) => string
  /** Whether rows are ticked, to act on several. */
  readonly selectable: boolean
  readonly onSelectPage: () => void
  /** The row where the keyboard is. */
  readonly current: number | undefined
}

/**
 * The entries of a view: one row each, its title leading to it, the kind that follows the title under it. How long each
 * waits stands beside the day it came.
 */
export function ViewTable({ columns, rows, sort, address, entry, selectable, onSelectPage, current }: Props) {
  const kind = kindUnderTitle(columns)
  const shown = columns.filter((column) => column !== kind)
  return (
    <div className="card tblcard">
      <table className="tbl">
        <thead>
          <tr>
            {selectable && (
              <th className="ck">
                <span className="vh">{m.queue_select()}</span>
                <label className="check check--sm js-only">
                  <input
                    key={rows[0]?.id}
                    type="checkbox"
                    aria-label={m.queue_select_page()}
                    onChange={onSelectPage}
                  />
                </label>
              </th>
            )}
            {shown.map((column) => (
              <Headings key={column.key} column={column} kind={kind} sort={sort} address={address} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={row.id} data-fiche={row.id} className={place === current ? 'cur' : undefined}>
              {selectable && <Tick row={row} />}
              {shown.map((column) => (
                <Cells key={column.key} column={column} kind={kind} row={row} entry={entry} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Tick({ row }: { row: ShownRow }) {
  return (
    <td className="ck">
      <label className="check check--sm">
        <input
          type="checkbox"
          name="fiche"
          value={row.id}
          aria-label={m.queue_select_row({ title: row.number ?? row.title })}
        />
      </label>
    </td>
  )
}

/** A choice that directly follows the title says what kind of entry it is: it needs no column. */
function kindUnderTitle(columns: readonly ViewColumn[]): ViewColumn | undefined {
  const next = columns[columns.findIndex(({ key }) => key === 'title') + 1]
  return next?.role === 'kind' ? next : undefined
}

function classOf({ key, isNumeric, role }: ViewColumn): string | undefined {
  if (isNumeric) return 'r'
  if (role === 'person') return 'c-person'
  return key === 'title' ? 'c-title' : undefined
}

type HeadingProps = { column: ViewColumn; kind: ViewColumn | undefined } & Pick<Props, 'sort' | 'address'>

/** The heading of a column; the day an entry came carries a second one, for how long it waits. */
function Headings(props: HeadingProps) {
  return (
    <>
      <Heading {...props} />
      {props.column.key === 'createdAt' && <th className="r">{m.desk_column_waiting()}</th>}
    </>
  )
}

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

function headingLabel(column: ViewColumn, kind: ViewColumn | undefined): string {
  if (column.key === 'title' && kind?.label) {
    return m.desk_column_title_with({ label: kind.label.toLocaleLowerCase(getLocale()) })
  }
  return columnLabel(column)
}

type CellProps = {
  column: ViewColumn
  kind: ViewColumn | undefined
  row: ShownRow
  entry: Props['entry']
}

function Cells({ column, kind, row, entry }: CellProps) {
  return (
    <>
      <td className={classOf(column)}>
        {column.role === 'person' ? <Person words={row.cells[column.key]} /> : cell(column.key, row, entry)}
        {column.key === 'title' && kind && <small>{row.cells[kind.key]}</small>}
      </td>
      {column.key === 'createdAt' && <td className="r nowrap">{waiting(row)}</td>}
    </>
  )
}

function cell(key: string, row: ShownRow, entry: Props['entry']): ReactNode {
  switch (key) {
    case 'title':
      return (
        <Link className="obj" to={entry(row.id)}>
          {row.title}
        </Link>
      )
    case 'number':
      return row.number === null ? '–' : <EntryNumber number={row.number} />
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

/** The end of a number tells entries apart; its beginning, the same for all, is read and not shown. */
function EntryNumber({ number }: { number: string }) {
  const [, start = '', end = number] = /^(.*\D)?(\d+)$/.exec(number) ?? []
  return (
    <span className="num muted nowrap" title={number}>
      <span className="vh">{start}</span>
      {end}
    </span>
  )
}

/** Who handles it, by initials; the name is read, and shown under the pointer. */
function Person({ words }: { words: string | undefined }) {
  if (words === undefined) return fieldCell(words)
  if (words === '') {
    return (
      <>
        <span className="noone" title={m.queue_nobody()} />
        <span className="vh">{m.queue_nobody()}</span>
      </>
    )
  }
  return (
    <span title={words}>
      <Avatar name={words} size="sm" />
      <span className="vh">{words}</span>
    </span>
  )
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
