// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/list'
import { datesOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { draftTiles } from '../draft-tiles.ts'
import { DraftBand } from '../DraftBand.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { views, filing } = services(context)
  const dates = datesOf(context)
  const own = await views.listOwnEntries()
  return {
    drafts: draftTiles(await filing.listDrafts(), dates),
    requests: own.map(({ id, number, title, collectionTitle, state, createdAt }) => ({
      id,
      number,
      title,
      collectionTitle,
      state: state && { label: state.publicLabel, tone: state.tone, icon: state.icon ?? undefined },
      sentOn: dates.day(createdAt),
    })),
  }
}

/** Everything the person signed in has filed or begun. */
export default function RequestList({ loaderData: { drafts, requests } }: Route.ComponentProps) {
  return (
    <PortalFrame slim>
      <PageTitle title={m.portal_requests_title()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <h1 className="p-title">{m.portal_requests_title()}</h1>
        <DraftBand drafts={drafts} />
        <section className="card reqs">
          {requests.length === 0 ? (
            <EmptyState icon="inbox" title={m.portal_requests_none_title()}>
              <p>{m.portal_requests_none()}</p>
              <ButtonLink to="/" look="primary">
                {m.portal_requests_browse()}
              </ButtonLink>
            </EmptyState>
          ) : (
            <ul>
              {requests.map((request) => (
                <li key={request.id}>
                  <div>
                    <Link to={`/demandes/${request.id}`}>{request.title}</Link>
                    <p className="meta">
                      {request.number !== null && <span className="num">{request.number}</span>}
                      <span>{m.portal_request_sent_on({ date: request.sentOn })}</span>
                    </p>
                  </div>
                  {request.state && <StateBadge state={request.state} />}
                </li>
              ))}
            </ul>
          )}
        </section>
      </main>
    </PortalFrame>
  )
}
