// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'
import type { Route } from './+types/home'
import { m } from '../paraglide/messages.js'
import { services } from '../services.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'

/** Opens the first view of one’s roles, or the one that holds everything. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const views = await services(context).views.listViews()
  const wantsAll = new URL(request.url).searchParams.get('vers') === 'toutes'
  const first = (wantsAll ? views.find(({ isWhole }) => isWhole) : undefined) ?? views[0]
  if (first) throw redirect(`/bureau/${first.solution}/${first.key}`)
  return null
}

export default function DeskHome() {
  return (
    <main id="contenu" tabIndex={-1} className="qmain">
      <PageTitle title={m.desk_nav_requests()} />
      <EmptyState icon="inbox" title={m.desk_no_view_title()}>
        <p>{m.desk_no_view()}</p>
      </EmptyState>
    </main>
  )
}
