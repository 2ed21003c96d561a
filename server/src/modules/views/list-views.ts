// SPDX-License-Identifier: MIT
import { inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { countEntries } from '../entries/index.ts'
import { type VisibleView, visibleViews } from './visible-views.ts'

/** A view as a menu names it. */
export type ViewLink = {
  readonly solution: string
  readonly key: string
  readonly title: string
  readonly icon: string | null
  readonly group: string | null
  readonly count: Count
}

/** A number of entries, counted up to a bound: beyond, it is « 999+ ». */
export type Count = { readonly count: number; readonly capped: boolean }

/** Counting stops there: a menu does not need more, and its cost must not grow with the table. */
const mostCounted = 999

/** The views that the actor's roles show, with how many entries each holds for them. */
export async function listViews(context: Context): Promise<ViewLink[]> {
  const views = await visibleViews(context)
  return Promise.all(views.map((visible) => viewLink(context, visible)))
}

async function viewLink(
  context: Context,
  { solution, key, view, collection }: VisibleView,
): Promise<ViewLink> {
  const { locale } = context.actor
  return {
    solution,
    key,
    title: inLocale(view.title, locale),
    icon: view.icon ?? null,
    group: view.group ? inLocale(view.group, locale) : null,
    count: await countEntries(context, { collection, ...(view.where && { where: view.where }) }, mostCounted),
  }
}
