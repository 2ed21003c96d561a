// SPDX-License-Identifier: MIT
import type { BulkItemView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { StateBadge, type ShownState } from '../../ui/StateBadge.tsx'

interface Props {
  readonly title: string
  readonly items: readonly BulkItemView[]
  /** The list it was chosen in, for who opens an entry. */
  readonly back?: string
}

/** The entries of an action, each with where it stands and what became of it. */
export function BulkItems({ title, items, back }: Props) {
  const list = back === undefined ? '' : `?liste=${encodeURIComponent(back)}`
  return (
    <section className="card tblcard mt">
      <div className="card__h">
        <h2>{title}</h2>
        <span className="cnt">{items.length}</span>
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th>{m.desk_column_number()}</th>
            <th>{m.desk_column_title()}</th>
            <th>{m.desk_column_state()}</th>
            <th>{m.bulk_column_result()}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="num muted nowrap">{item.number ?? '–'}</td>
              <td className="c-title">
                <Link className="obj" to={`/bureau/fiches/${item.id}${list}`}>
                  {item.title}
                </Link>
              </td>
              <td>
                {item.state ? (
                  <StateBadge
                    state={{
                      label: item.state.label,
                      tone: item.state.tone,
                      icon: item.state.icon ?? undefined,
                    }}
                  />
                ) : (
                  '–'
                )}
              </td>
              <td>
                <StateBadge state={outcome(item.status)} />
                {item.refusal !== null && <small>{item.refusal}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function outcome(status: BulkItemView['status']): ShownState {
  switch (status) {
    case 'done':
      return { label: m.bulk_status_done(), tone: 'ok', icon: 'circle-check' }
    case 'refused':
      return { label: m.bulk_status_refused(), tone: 'danger', icon: 'circle-x' }
    case 'changed':
      return { label: m.bulk_status_changed(), tone: 'warn', icon: 'refresh' }
    case 'aside':
      return { label: m.bulk_status_aside(), tone: 'idle', icon: 'ban' }
    case 'waiting':
      return { label: m.bulk_status_waiting(), tone: 'info', icon: 'hourglass' }
  }
}
