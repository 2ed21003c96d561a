// SPDX-License-Identifier: MIT
import { inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { countEach } from '../entries/index.ts'
import { visibleViews } from './visible-views.ts'

/** A view as a menu names it. */
export type ViewLink = {
  readonly solution: string
  readonly key: string
  readonly title: string
  readonly icon: string | null
  readonly group: string | null
  /** It holds everything that its reader may list. */
  readonly isWhole: boolean
  readonly count: Count
}

/** A number of entries, counted up to a bound: beyond, it is « 999+ ». */
export type Count = { readonly count: number; readonly capped: boolean }

/** Counting stops there: a menu does not need more, and its cost must not grow with the table. */
export const mostCounted = 999

/** The views that the actor's roles show, with how many entries each holds for them: counted in one statement. */
export async function listViews(context: Context): Promise<ViewLink[]> {
  const { locale } = context.actor
  const views = await visibleViews(context)
  const counts = await countEach(
    context,
    views.map(({ view, collection }) => ({ collection, ...(view.where && { where: view.where }) })),
    mostCounted,
  )
  return views.map(({ solution, key, view }, at) => ({
    solution,
    key,
    title: inLocale(view.title, locale),
    icon: view.icon ?? null,
    group: view.group ? inLocale(view.group, locale) : null,
    isWhole: view.where === undefined,
    count: counts[at] ?? { count: 0, capped: false },
  }))
}
