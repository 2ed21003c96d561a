// SPDX-License-Identifier: MIT
import { useRef } from 'react'
import { Form, Link, useLocation, useNavigate, useSubmit } from 'react-router'
import type { Route } from './+types/view'
import { datesOf, nowOf } from '../context.ts'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Pager } from '../ui/Pager.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'
import { ToApprove } from './approvals/ToApprove.tsx'
import { countWords } from './count-words.ts'
import { KeyHints } from './keyboard/KeyHints.tsx'
import { useListKeys } from './keyboard/use-list-keys.ts'
import { BulkBar } from './queue/BulkBar.tsx'
import { filterWords } from './queue/filter-words.ts'
import { actOnSavedView } from './queue/saved-view.server.ts'
import { SavedNotice } from './queue/SavedNotice.tsx'
import { ManageView, SaveView } from './queue/SaveView.tsx'
import { useSelection } from './queue/use-selection.ts'
import { ViewFilters } from './queue/ViewFilters.tsx'
import { ViewSearch } from './queue/ViewSearch.tsx'
import { ViewTools } from './queue/ViewTools.tsx'
import { shownRows } from './shown-rows.ts'
import { addressWith, askedOf, isNarrowed, readViewAddress } from './view-address.ts'
import { ViewMenu } from './ViewMenu.tsx'
import { ViewTable } from './ViewTable.tsx'

/** Entries that one action takes at most: the server's own bound. */
const mostEntries = 500
const sizes = [25, 50, 100]

export async function loader({ params: { solution, view }, request, context }: Route.LoaderArgs) {
  const { after, backwards, ...asked } = readViewAddress(request.url)
  const { searchParams } = new URL(request.url)
  const { views, savedViews, preferences } = services(context)
  const kept = await preferences.getPreferences()
  const limit = sizes.find((size) => size === asked.size) ?? kept.pageSize
  // A length that was just chosen is kept for the other views.
  if (asked.size === limit && limit !== kept.pageSize) {
    await preferences.setPreferences({ pageSize: limit as typeof kept.pageSize })
  }
  const [toDecide, procedures, menu, saved, sharing, { rows, ...opened }] = await Promise.all([
    services(context).approvals.countChangesToDecide(),
    services(context).counter.counterProcedures(),
    views.listViews(),
    savedViews.listSavedViews(),
    savedViews.sharingRoles({ solution, view }),
    views.openView({
      solution,
      view,
      ...askedOf(asked),
      limit,
      ...(after !== undefined && { after, backwards: backwards === true }),
    }),
  ])
  const dates = datesOf(context)
  const day = (iso: string) => dates.shortDay(new Date(`${iso}T12:00:00Z`))
  return {
    toDecide,
    mayEnter: procedures.length > 0,
    menu,
    saved,
    sharing,
    opened: {
      ...opened,
      filters: opened.filters.map((filter) => ({
        ...filter,
        words: filter.chosen.length === 0 ? '' : filterWords(filter, day),
      })),
    },
    rows: shownRows(rows, dates),
    asked,
    size: limit,
    isFirstPage: opened.previous === null,
    current: saved.find(({ id }) => id === searchParams.get('vue')),
    done: searchParams.get('fait') ?? undefined,
    deleted: searchParams.get('supprimee') ?? undefined,
    printedAt: dates.moment(nowOf(context)).text,
  }
}

/** Views kept under a name. */
export function action({ params: { solution, view }, request, context }: Route.ActionArgs) {
  return actOnSavedView({ services: services(context), context, request, solution, view })
}

export default function DeskView({ loaderData, actionData, params }: Route.ComponentProps) {
  const { menu, saved, sharing, opened, rows, asked, size, current, done, deleted } = loaderData
  const base = `/bureau/${params.solution}/${params.view}`
  const address = addressWith(base, asked)
  const { pathname, search } = useLocation()
  const here = `${pathname}${search}`
  const entry = (id: string) => `/bureau/fiches/${id}?liste=${encodeURIComponent(here)}`

  const form = useRef<HTMLFormElement>(null)
  const selection = useSelection(form)
  const navigate = useNavigate()
  const submit = useSubmit()
  const chosen = rows.filter(({ id }) => selection.ids.includes(id))
  const allowed = chosen.length === 0 ? undefined : countAllowed(chosen)
  const place = useListKeys({
    rows: rows.length,
    open: (at) => void navigate(entry(rows[at]?.id ?? '')),
    select: selection.toggle,
    act: (shortcut, at) => {
      const transition = opened.transitions.find((one) => one.shortcut === shortcut)
      const row = at === undefined ? undefined : rows[at]
      if (!transition) return
      if (chosen.length > 0 && form.current) {
        const sent = new FormData(form.current)
        sent.set('action', transition.key)
        void submit(sent, { method: 'post', action: '/bureau/lots' })
      } else if (row?.transitions.includes(transition.key)) {
        void navigate(`/bureau/fiches/${row.id}/${transition.key}?liste=${encodeURIComponent(here)}`)
      }
    },
  })
  const total = opened.count
  const isMore = total.capped || total.count > rows.length
  const title = current?.title ?? opened.title
  return (
    <>
      <PageTitle title={title} />
      <header className="top">
        <h1>{opened.collectionTitle.many}</h1>
        <ViewSearch base={base} asked={asked} />
        {loaderData.mayEnter && (
          <ButtonLink to="/bureau/saisir" look="primary" icon="plus">
            {m.counter_open()}
          </ButtonLink>
        )}
      </header>
      <div className="desk2">
        <ViewMenu
          views={menu}
          saved={saved}
          current={`${params.solution}/${params.view}`}
          currentSaved={current?.id}
        >
          <ToApprove {...loaderData.toDecide} />
          <SaveView roles={sharing} problem={actionData?.problem} address={address({})} />
        </ViewMenu>
        <main id="contenu" tabIndex={-1} className="qmain">
          {done === 'rien' && (
            <Notice tone="warn" title={m.bulk_nothing_title()} announced>
              <p>{m.bulk_nothing()}</p>
            </Notice>
          )}
          <SavedNotice done={done} deleted={deleted} title={current?.title} base={base} />
          <div className="row between">
            <div>
              <h2>{title}</h2>
              <p className="muted">
                {countWords(total, opened.collectionTitle)}
                {opened.late && opened.late.count > 0 && (
                  <>
                    , <b className="late">{m.desk_count_late({ count: opened.late.count })}</b>
                  </>
                )}
                . <Oldest rows={rows} isFirst={loaderData.isFirstPage && opened.sort === 'createdAt'} />
              </p>
            </div>
            {current?.mayChange && <ManageView view={current} address={base} />}
          </div>
          <p className="print-only muted">{m.queue_printed({ at: loaderData.printedAt })}</p>
          <ViewFilters
            states={opened.states}
            filters={opened.filters}
            hasDelay={opened.late !== null}
            asked={asked}
            address={address}
            base={base}
          >
            <ViewTools
              columns={opened.columns}
              allColumns={opened.allColumns}
              sort={opened.sort}
              hasDue={opened.hasDue}
              size={size}
              sizes={sizes}
              asked={asked}
              address={address}
              base={base}
            />
          </ViewFilters>
          {rows.length === 0 ? (
            <div className="card">
              <EmptyState
                icon={isNarrowed(asked) ? 'search' : 'checkbox'}
                title={isNarrowed(asked) ? m.desk_view_nothing_found() : m.desk_view_empty_title()}
              >
                {isNarrowed(asked) ? (
                  <Link to={base}>{m.desk_view_reset()}</Link>
                ) : (
                  <p>{m.desk_view_empty()}</p>
                )}
              </EmptyState>
            </div>
          ) : (
            <Form
              method="post"
              action="/bureau/lots"
              ref={form}
              className="picking"
              onClick={selection.onClick}
              onChange={selection.onChange}
            >
              <input type="hidden" name="liste" value={here} />
              <ViewTable
                columns={opened.columns}
                rows={rows}
                sort={opened.sort}
                address={address}
                entry={entry}
                selectable={opened.transitions.length > 0}
                onSelectPage={selection.toggleAll}
                current={place}
              />
              {opened.transitions.length > 0 && (
                <BulkBar
                  transitions={opened.transitions}
                  allowed={allowed}
                  chosen={chosen.length}
                  all={isMore ? total : undefined}
                  most={mostEntries}
                  onClear={selection.clear}
                />
              )}
            </Form>
          )}
          <Pager
            previous={
              opened.previous === null ? undefined : address({ after: opened.previous, backwards: true })
            }
            next={opened.next === null ? undefined : address({ after: opened.next })}
          />
          <KeyHints transitions={opened.transitions} />
        </main>
      </div>
    </>
  )
}

function Oldest({ rows, isFirst }: { rows: readonly { waitingDays: number | null }[]; isFirst: boolean }) {
  const days = rows[0]?.waitingDays ?? 0
  return isFirst && days > 0 ? m.queue_oldest({ days }) : null
}

function countAllowed(rows: readonly { transitions: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of rows.flatMap(({ transitions }) => transitions))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
