// SPDX-License-Identifier: MIT
import type { ViewColumn } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { columnLabel } from '../column-label.ts'
import type { AddressChange, ViewAddress } from '../view-address.ts'
import { KeptAddress, Popover } from './Popover.tsx'

interface Props {
  readonly columns: readonly ViewColumn[]
  readonly allColumns: readonly ViewColumn[]
  readonly sort: string
  readonly hasDue: boolean
  readonly size: number
  readonly sizes: readonly number[]
  readonly asked: ViewAddress
  readonly address: (change: AddressChange) => string
  readonly base: string
}

/** How the view is laid out: its order, its columns, its length. */
export function ViewTools(props: Props) {
  const { columns, allColumns, sort, hasDue, size, sizes, asked, address, base } = props
  const orders = ordersOf(columns, hasDue)
  const current = orders.find(({ key }) => key === sort)
  const shown = new Set(columns.map(({ key }) => key))
  return (
    <div className="tools">
      <Popover
        label={
          <>
            <Icon name="arrows-sort" />
            {current?.label ?? m.queue_sort()}
          </>
        }
      >
        <ul className="pop__l">
          {orders.map(({ key, label }) => (
            <li key={key}>
              <Link to={address({ sort: key })} aria-current={key === sort ? 'true' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </Popover>
      <Popover label={<Icon name="adjustments" />} name={m.queue_columns()} className="btn btn--sm btn--icon">
        <form action={base} className="pop__b">
          <KeptAddress address={withoutColumns(asked)} />
          <fieldset className="field">
            <legend className="label">{m.queue_columns()}</legend>
            {allColumns.map((column) => (
              <label key={column.key} className="check check--sm">
                <input
                  type="checkbox"
                  name="colonnes"
                  value={column.key}
                  defaultChecked={shown.has(column.key)}
                />
                <span>{columnLabel(column)}</span>
              </label>
            ))}
          </fieldset>
          <div className="field">
            <label className="label" htmlFor="par">
              {m.queue_size()}
            </label>
            <select className="input" id="par" name="par" defaultValue={size}>
              {sizes.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </div>
          <Button look="primary">{m.queue_columns_apply()}</Button>
        </form>
      </Popover>
      <button
        className="btn btn--sm btn--icon js-only"
        type="button"
        title={m.queue_print()}
        onClick={() => print()}
      >
        <Icon name="printer" />
        <span className="vh">{m.queue_print()}</span>
      </button>
    </div>
  )
}

/** The usual orders first, then one for each column that has one. */
function ordersOf(columns: readonly ViewColumn[], hasDue: boolean): { key: string; label: string }[] {
  const usual = [
    ...(hasDue ? [{ key: 'due', label: m.queue_sort_due() }] : []),
    { key: 'createdAt', label: m.queue_sort_oldest() },
    { key: '-createdAt', label: m.queue_sort_newest() },
    { key: '-updatedAt', label: m.queue_sort_updated() },
  ]
  const others = columns
    .filter(({ key, sortable }) => sortable && key !== 'createdAt' && key !== 'updatedAt')
    .flatMap((column) => {
      const label = columnLabel(column).toLowerCase()
      return [
        { key: column.key, label: m.queue_sort_by({ label }) },
        { key: `-${column.key}`, label: m.queue_sort_down({ label }) },
      ]
    })
  return [...usual, ...others]
}

function withoutColumns({ columns: _columns, size: _size, ...address }: ViewAddress): ViewAddress {
  return address
}
