// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/view'
import { datesOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import { Pager } from '../ui/Pager.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { countWords } from './count-words.ts'
import { shownRows } from './shown-rows.ts'
import { StateFilters } from './StateFilters.tsx'
import { addressWith, readViewAddress } from './view-address.ts'
import { ViewMenu } from './ViewMenu.tsx'
import { ViewTable } from './ViewTable.tsx'

export async function loader({ params: { solution, view }, request, context }: Route.LoaderArgs) {
  const asked = readViewAddress(request.url)
  const { views } = services(context)
  const [menu, { rows, ...opened }] = await Promise.all([
    views.listViews(),
    views.openView({ solution, view, ...asked.query }),
  ])
  return { menu, opened, rows: shownRows(rows, datesOf(context)), search: asked.search, states: asked.states }
}

export default function DeskView({ loaderData, params }: Route.ComponentProps) {
  const { menu, opened, rows, search, states } = loaderData
  const base = `/bureau/${params.solution}/${params.view}`
  const address = addressWith(base, { search, states, sort: opened.sort })
  const isFiltered = search !== '' || states.length > 0
  return (
    <>
      <PageTitle title={opened.title} />
      <header className="top">
        <h1>{opened.collectionTitle.many}</h1>
        <search className="search">
          <form action={base}>
            <label className="vh" htmlFor="q">
              {m.desk_search_label()}
            </label>
            {states.map((state) => (
              <input key={state} type="hidden" name="etat" value={state} />
            ))}
            <span className="input">
              <Icon name="search" />
              <input
                key={search}
                id="q"
                name="q"
                type="search"
                placeholder={m.desk_search_hint()}
                defaultValue={search}
              />
            </span>
            <button className="vh">{m.desk_search()}</button>
          </form>
        </search>
      </header>
      <div className="desk2">
        <ViewMenu views={menu} current={`${params.solution}/${params.view}`} />
        <main id="contenu" tabIndex={-1} className="qmain">
          <h2>{opened.title}</h2>
          <p className="muted">
            {countWords(opened.count, opened.collectionTitle)}
            {opened.late && opened.late.count > 0 && (
              <>
                , <b className="late">{m.desk_count_late({ count: opened.late.count })}</b>
              </>
            )}
          </p>
          <StateFilters
            states={opened.states}
            chosen={states}
            search={search}
            address={address}
            base={base}
          />
          {rows.length === 0 ? (
            <div className="card">
              <EmptyState
                icon={isFiltered ? 'search' : 'checkbox'}
                title={isFiltered ? m.desk_view_nothing_found() : m.desk_view_empty_title()}
              >
                {isFiltered ? <Link to={base}>{m.desk_view_reset()}</Link> : <p>{m.desk_view_empty()}</p>}
              </EmptyState>
            </div>
          ) : (
            <ViewTable columns={opened.columns} rows={rows} sort={opened.sort} address={address} />
          )}
          <Pager
            previous={
              opened.previous === null ? undefined : address({ after: opened.previous, backwards: true })
            }
            next={opened.next === null ? undefined : address({ after: opened.next })}
          />
        </main>
      </div>
    </>
  )
}
