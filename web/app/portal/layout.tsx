// SPDX-License-Identifier: MIT
import { Outlet } from 'react-router'
import type { Route } from './+types/layout'
import { helpOf } from '../help/help-of.server.ts'
import { ErrorScreen } from './ErrorScreen.tsx'
import portalCss from './portal.css?url'

/** Public pages and their forms: HTML without a script. */
export const handle = { scripts: false, space: 'portal' }

export const links: Route.LinksFunction = () => [{ rel: 'stylesheet', href: portalCss }]

export async function loader({ request, context }: Route.LoaderArgs) {
  return { help: await helpOf(context, request) }
}

export default function PortalLayout() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorScreen error={error} />
}
