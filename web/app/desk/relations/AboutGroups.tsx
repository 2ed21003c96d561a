// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { RelationsPage } from './load-relations.server.ts'

/** What belongs to the entry or names it, collection by collection. */
export function AboutGroups({ groups }: { groups: RelationsPage['about'] }) {
  if (groups.length === 0) {
    return (
      <div className="card mt">
        <EmptyState icon="inbox" title={m.people_relations_empty()} />
      </div>
    )
  }
  return groups.map(({ collection, title, entries, hasMore }) => (
    <section className="card mt tblcard" key={collection}>
      <div className="card__h">
        <h2>{title}</h2>
      </div>
      <ScrollRegion label={title}>
        <table className="tbl">
          <thead>
            <tr>
              <th>{m.people_about_title()}</th>
              <th>{m.people_about_state()}</th>
              <th>{m.people_about_changed()}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ id, number, title: subject, state, updatedOn }) => (
              <tr key={id}>
                <td>
                  <Link to={`/bureau/fiches/${id}`}>{subject}</Link>
                  {number !== null && <small className="num">{number}</small>}
                </td>
                <td>
                  {state && (
                    <StateBadge
                      state={{ label: state.label, tone: state.tone, icon: state.icon ?? undefined }}
                    />
                  )}
                </td>
                <td>{updatedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {hasMore && <p className="card__b muted">{m.people_about_more()}</p>}
    </section>
  ))
}
