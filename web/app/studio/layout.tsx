// SPDX-License-Identifier: MIT
import { data, Outlet, redirect } from 'react-router'
import type { Route } from './+types/layout'
import { viewerOf } from '../context.ts'
import studioCss from './studio.css?url'

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: studioCss }]

/** The administrators' space, inside the frame of the desk. What may be done there is each service's to decide. */
export function loader({ context }: Route.LoaderArgs) {
  const viewer = viewerOf(context)
  if (viewer?.spaces.includes('studio') !== true && viewer?.secondFactorWanted)
    throw redirect('/compte/securite')
  if (viewer?.spaces.includes('studio') !== true) throw data(null, { status: 404 })
  return null
}

export default function StudioLayout() {
  return <Outlet />
}
