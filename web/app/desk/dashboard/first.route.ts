// SPDX-License-Identifier: MIT
import { data, redirect } from 'react-router'
import type { Route } from './+types/first.route'
import { services } from '../../services.ts'

/** Opens the first dashboard of one's roles. */
export async function loader({ context }: Route.LoaderArgs) {
  const [first] = await services(context).dashboards.listDashboards()
  if (!first) throw data(null, { status: 404 })
  throw redirect(`/bureau/tableaux/${first.solution}/${first.key}`)
}
