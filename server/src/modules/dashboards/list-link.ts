// SPDX-License-Identifier: MIT
import { type DayRange, filterNone, type WidgetCount } from '@guichet/engine'
import type { Figure, ListLink } from './dashboard-view.ts'

/** Days as the filter of a list says them: `2026-11-01..2026-11-30`, `2026-11-01..`, `..2026-11-30`. */
export function daysFilter({ from = '', to = '' }: DayRange): string {
  return `${from}..${to}`
}

export type LinkScope = {
  readonly solution: { readonly key: string }
  /** Keys of the views that the reader's roles show. */
  readonly opens: ReadonlySet<string>
}

/** A number with the list of exactly what it counts. `key` is what told these entries apart, when something did. */
export function figureOf(
  scope: LinkScope,
  count: WidgetCount | undefined,
  number: { readonly count: number; readonly capped?: boolean },
  key?: string,
): Figure {
  const list = count && scope.opens.has(count.view) ? linkOf(scope, count, key) : null
  return { count: number.count, ...(number.capped === true && { capped: true }), list }
}

function linkOf({ solution }: LinkScope, { view, days, key: by }: WidgetCount, key?: string): ListLink {
  const filters: Record<string, string> = {}
  if (days && (days.range.from !== undefined || days.range.to !== undefined))
    filters[days.on] = daysFilter(days.range)
  if (by?.kind === 'field' && key !== undefined) filters[by.field] = key === '' ? filterNone : key
  const states = by?.kind === 'state' && key !== undefined ? [key] : []
  return {
    solution: solution.key,
    view,
    ...(states.length > 0 && { states }),
    ...(Object.keys(filters).length > 0 && { filters }),
  }
}
