// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/list'
import { datesOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('apres') ?? undefined
  const { rows, next } = await services(context).approvals.listChangesToDecide({ after })
  const dates = datesOf(context)
  return {
    rows: rows.map(({ proposedAt, dueAt, ...row }) => ({
      ...row,
      proposedOn: dates.shortDay(proposedAt),
      dueOn: dueAt ? dates.shortDay(dueAt) : undefined,
    })),
    next,
    isFirst: after === undefined,
  }
}

/** Everything that waits for the reader's approval, in whatever collection. */
export default function Approvals({ loaderData: { rows, next, isFirst } }: Route.ComponentProps) {
  return (
    <main id="contenu" tabIndex={-1} className="qmain">
      <PageTitle title={m.approvals_title()} />
      <Crumbs crumbs={[{ label: m.desk_nav_requests(), to: '/bureau' }, { label: m.approvals_title() }]} />
      <h1>{m.approvals_title()}</h1>
      <p className="muted">{m.approvals_lead()}</p>
      <div className="card mt tblcard">
        {rows.length === 0 ? (
          <EmptyState icon="checkbox" title={m.approvals_empty()} />
        ) : (
          <ScrollRegion label={m.approvals_title()}>
            <table className="tbl">
              <thead>
                <tr>
                  <th scope="col">{m.approvals_entry()}</th>
                  <th scope="col">{m.approvals_circuit()}</th>
                  <th scope="col">{m.approvals_proposer()}</th>
                  <th scope="col">{m.approvals_due()}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <Link className="obj" to={`/bureau/fiches/${row.entryId}/propositions`}>
                        {row.entryTitle}
                      </Link>
                      {row.entryNumber !== null && <small className="num">{row.entryNumber}</small>}
                    </td>
                    <td>
                      {row.circuit}
                      <small>{row.level}</small>
                    </td>
                    <td>
                      {row.proposer ?? m.change_nobody()}
                      <small>{row.proposedOn}</small>
                    </td>
                    <td className={row.overdue ? 'nowrap tone-danger' : 'nowrap'}>{row.dueOn ?? '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </div>
      <Pager
        previous={isFirst ? undefined : '/bureau/a-approuver'}
        next={next === null ? undefined : `/bureau/a-approuver?apres=${next}`}
      />
    </main>
  )
}
