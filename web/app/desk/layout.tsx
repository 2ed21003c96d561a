// SPDX-License-Identifier: MIT
import { data, Outlet, redirect } from 'react-router'
import type { Route } from './+types/layout'
import { viewerOf } from '../context.ts'
import { services } from '../services.ts'
import { shownProblem } from '../shown-problem.ts'
import { helpOf } from '../help/help-of.server.ts'
import { DeskFrame } from './DeskFrame.tsx'
import { DeskProblem } from './DeskProblem.tsx'
import { DeskKeys } from './keyboard/DeskKeys.tsx'
import deskCss from './desk.css?url'

export const handle = { space: 'desk' }

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: deskCss }]

/** The agents' space: for those whose role opens it. What may be done there is each service's to decide. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = viewerOf(context)
  if (!viewer) {
    const { pathname, search } = new URL(request.url)
    throw redirect(`/connexion?retour=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`)
  }
  if (viewer.spaces.length === 0 && viewer.secondFactorWanted) throw redirect('/compte/securite')
  if (viewer.spaces.length === 0) throw data(null, { status: 404 })
  const { singleKeys } = await services(context).preferences.getPreferences()
  return { singleKeys, help: await helpOf(context, request) }
}

export default function DeskLayout({ loaderData: { help } }: Route.ComponentProps) {
  return (
    <DeskFrame help={help}>
      <DeskKeys />
      <Outlet />
    </DeskFrame>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <DeskFrame>
      <DeskProblem problem={shownProblem(error)} />
    </DeskFrame>
  )
}
