// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import type { Route } from './+types/dashboard'
import { datesOf } from '../../context.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { AgesCard } from './AgesCard.tsx'
import { BreakdownCard } from './BreakdownCard.tsx'
import dashboardCss from './dashboard.css?url'
import { DraftsCard } from './DraftsCard.tsx'
import { Indicators } from './Indicators.tsx'
import { ListCard } from './ListCard.tsx'
import { type ShownWidget, shownWidgets } from './shown-widgets.ts'
import { WeeksCard } from './WeeksCard.tsx'
import { WidgetCard } from './WidgetCard.tsx'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: dashboardCss }]

export async function loader({ params: { solution, dashboard }, context }: Route.LoaderArgs) {
  const { dashboards } = services(context)
  const [opened, menu] = await Promise.all([
    dashboards.openDashboard({ solution, dashboard }),
    dashboards.listDashboards(),
  ])
  const dates = datesOf(context)
  return {
    title: opened.title,
    menu,
    readAt: dates.moment(opened.readAt).text,
    widgets: shownWidgets(opened.widgets, dates),
  }
}

/** Where things stand, in numbers that each open their list. */
export default function DeskDashboard({ loaderData, params }: Route.ComponentProps) {
  const { title, menu, readAt, widgets } = loaderData
  return (
    <>
      <PageTitle title={title} />
      <header className="top">
        <h1>{m.desk_nav_dashboards()}</h1>
        {menu.length > 1 && (
          <nav className="seg" aria-label={m.dashboard_menu()}>
            {menu.map((one) => (
              <Link
                key={`${one.solution}/${one.key}`}
                to={`/bureau/tableaux/${one.solution}/${one.key}`}
                aria-current={
                  one.key === params.dashboard && one.solution === params.solution ? 'page' : undefined
                }
              >
                {one.title}
              </Link>
            ))}
          </nav>
        )}
        <span className="grow" />
        <button className="btn btn--secondary btn--sm js-only" type="button" onClick={() => window.print()}>
          <Icon name="printer" />
          {m.dashboard_print()}
        </button>
      </header>
      <main id="contenu" tabIndex={-1} className="dash">
        <h2 className="dash__t">
          {title} <small>{m.dashboard_read_at({ at: readAt })}</small>
        </h2>
        {widgets.length === 0 ? (
          <div className="card wdg--full">
            <EmptyState icon="chart-bar" title={m.dashboard_empty_title()}>
              <p>{m.dashboard_empty()}</p>
            </EmptyState>
          </div>
        ) : (
          widgets.map((shown) => <Shown key={keyOf(shown)} shown={shown} />)
        )}
      </main>
    </>
  )
}

const keyOf = (shown: ShownWidget): string =>
  shown.kind === 'indicators' ? `n-${shown.widgets[0]?.key}` : shown.widget.key

function Shown({ shown }: { shown: ShownWidget }) {
  switch (shown.kind) {
    case 'indicators':
      return <Indicators widgets={shown.widgets} />
    case 'ages':
      return <AgesCard widget={shown.widget} />
    case 'weeks':
      return <WeeksCard widget={shown.widget} weeks={shown.weeks} />
    case 'breakdown':
      return <BreakdownCard widget={shown.widget} />
    case 'counting':
      return (
        <WidgetCard widget={shown.widget}>
          <p className="card__b muted">{m.dashboard_counting()}</p>
        </WidgetCard>
      )
    case 'list':
      return <ListCard widget={shown.widget} rows={shown.rows} />
    case 'drafts':
      return <DraftsCard widget={shown.widget} rows={shown.rows} />
  }
}
