// SPDX-License-Identifier: MIT
import { type Dashboard, inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf, type Release } from '../definitions/index.ts'
import type { DashboardLink } from './dashboard-view.ts'

/** A dashboard of an installed solution that the actor's roles show. */
export type VisibleDashboard = {
  readonly release: Release
  readonly key: string
  readonly dashboard: Dashboard
}

export async function visibleDashboards(context: Context): Promise<VisibleDashboard[]> {
  const { actor } = context
  const held = new Set(actor.kind === 'person' ? actor.roles.map(({ role }) => role) : [])
  if (held.size === 0) return []
  const { solutions } = await definitionsOf(context)
  return [...solutions.values()].flatMap((release) =>
    Object.entries(release.solution.dashboards ?? {})
      .filter(([, { roles }]) => roles.some((role) => held.has(`${release.solution.key}.${role}`)))
      .map(([key, dashboard]) => ({ release, key, dashboard })),
  )
}

/** The dashboards of the actor's roles, as a menu names them. */
export async function listDashboards(context: Context): Promise<DashboardLink[]> {
  return (await visibleDashboards(context)).map((visible) => linkOf(context, visible))
}

export function linkOf(context: Context, { release, key, dashboard }: VisibleDashboard): DashboardLink {
  return {
    solution: release.solution.key,
    key,
    title: inLocale(dashboard.title, context.actor.locale),
    icon: dashboard.icon ?? null,
  }
}
