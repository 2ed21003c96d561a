// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/outbox'
import { datesOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { Pager } from '../ui/Pager.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { mailState } from './mail-words.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.trim() || undefined
  const after = searchParams.get('apres') || undefined
  const dates = datesOf(context)
  const { rows, next } = await services(context).outbox.listMails({
    ...(q !== undefined && { q }),
    ...(after !== undefined && { after }),
  })
  return {
    q,
    isFirst: after === undefined,
    next,
    mails: rows.map(({ id, to, subject, state, createdAt }) => ({
      id,
      to: to.name === null ? to.email : `${to.name} <${to.email}>`,
      subject,
      state: mailState(state),
      at: dates.moment(createdAt).text,
    })),
  }
}

/** Every mail that left, or waits to leave. */
export default function Outbox({ loaderData: { q, isFirst, next, mails } }: Route.ComponentProps) {
  const search = q === undefined ? '' : `q=${encodeURIComponent(q)}&`
  return (
    <>
      <PageTitle title={m.desk_outbox_title()} />
      <header className="top">
        <h1>{m.desk_outbox_title()}</h1>
        <search className="search">
          <form>
            <label className="vh" htmlFor="q">
              {m.desk_outbox_search()}
            </label>
            <span className="input">
              <Icon name="search" />
              <input
                key={q}
                id="q"
                name="q"
                type="search"
                placeholder={m.desk_outbox_search()}
                defaultValue={q}
              />
            </span>
            <button className="vh">{m.desk_search()}</button>
          </form>
        </search>
      </header>
      <main id="contenu" tabIndex={-1} className="qmain">
        <p className="muted">{m.desk_outbox_lead()}</p>
        <div className="card tblcard mt">
          {mails.length === 0 ? (
            <EmptyState icon="mail" title={m.desk_outbox_empty()}>
              <p>{m.desk_outbox_empty_detail()}</p>
            </EmptyState>
          ) : (
            <table className="tbl">
              <thead>
                <tr>
                  <th>{m.desk_outbox_subject()}</th>
                  <th>{m.desk_outbox_to()}</th>
                  <th>{m.desk_outbox_date()}</th>
                  <th>{m.desk_outbox_state()}</th>
                </tr>
              </thead>
              <tbody>
                {mails.map((mail) => (
                  <tr key={mail.id}>
                    <td>
                      <Link className="obj" to={`/studio/envois/${mail.id}`}>
                        {mail.subject}
                      </Link>
                    </td>
                    <td>{mail.to}</td>
                    <td className="nowrap">{mail.at}</td>
                    <td>
                      <StateBadge state={mail.state} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        <Pager
          previous={isFirst ? undefined : `/studio/envois?${search}`}
          next={next === null ? undefined : `/studio/envois?${search}apres=${next}`}
        />
      </main>
    </>
  )
}
