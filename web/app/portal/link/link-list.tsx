// SPDX-License-Identifier: MIT
import { data, Form, Link, redirect } from 'react-router'
import type { Route } from './+types/link-list'
import { datesOf } from '../../context.ts'
import { readPlainForm } from '../../forms/read-form.server.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { PortalFrame } from '../PortalFrame.tsx'
import linkCss from './link.css?url'
import { linkHeaders, linkOf } from './link-session.server.ts'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: linkCss }]
export const headers: Route.HeadersFunction = () => linkHeaders

/** What the service that holds the link's entry has now; each opens by its own link. */
export async function loader({ params: { link }, request, context }: Route.LoaderArgs) {
  const opened = await linkOf(context, link)
  const dates = datesOf(context)
  const entries = await services(context).links.linkOverview(opened)
  return data(
    {
      base: opened.base,
      holder: opened.actor.name,
      sent: new URL(request.url).searchParams.has('envoye'),
      entries: entries.map(({ filedAt, heldSince, state, ...entry }) => ({
        ...entry,
        filedOn: dates.shortDay(filedAt),
        heldDays: dates.daysSince(heldSince),
        state: state && { label: state.label, tone: state.tone, icon: state.icon ?? undefined },
      })),
    },
    { headers: linkHeaders },
  )
}

/** Sends the link of one of them again, to the mailbox that has it already. */
export async function action({ params: { link }, request, context }: Route.ActionArgs) {
  const opened = await linkOf(context, link)
  const [asked = ''] = (await readPlainForm(request))['lien'] ?? []
  await services(context).links.sendFromOverview(opened, asked)
  return redirect(`${opened.base}/demandes?envoye`)
}

export default function LinkList({ loaderData: { base, holder, sent, entries } }: Route.ComponentProps) {
  const title = m.portal_overview_title({ name: holder })
  return (
    <PortalFrame slim>
      <PageTitle title={title} />
      <main id="contenu" tabIndex={-1} className="wrap p-main">
        <Crumbs crumbs={[{ label: m.portal_overview_back(), to: base }, { label: title }]} />
        <h1 className="p-title">{title}</h1>
        <p className="lead">{m.portal_overview_lead()}</p>
        {sent && (
          <div className="mt">
            <Notice tone="ok" title={m.portal_overview_sent_title()} announced>
              <p>{m.portal_link_renewed()}</p>
            </Notice>
          </div>
        )}
        <div className="card held">
          {entries.length === 0 ? (
            <EmptyState icon="inbox" title={m.portal_overview_empty()} />
          ) : (
            <ul>
              {entries.map((entry) => (
                <li key={entry.linkId}>
                  <div className="grow">
                    <b>
                      {entry.isThisOne ? (
                        <Link to={base}>{entry.title}</Link>
                      ) : (
                        <a href={entry.path}>{entry.title}</a>
                      )}
                    </b>
                    <p className="meta">
                      {entry.number !== null && <span className="num">{entry.number}</span>}
                      <span>{m.portal_overview_filed({ date: entry.filedOn })}</span>
                      <span>{m.portal_overview_held({ days: entry.heldDays })}</span>
                      {entry.state && <StateBadge state={entry.state} />}
                    </p>
                  </div>
                  {!entry.isThisOne && (
                    <Form method="post">
                      <input type="hidden" name="lien" value={entry.linkId} />
                      <button className="btn btn--secondary">
                        {m.portal_overview_send()}
                        <span className="vh"> {entry.title}</span>
                      </button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
        <p className="sm muted mt">{m.portal_overview_why()}</p>
      </main>
    </PortalFrame>
  )
}
