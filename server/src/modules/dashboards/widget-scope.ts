// SPDX-License-Identifier: MIT
import { collectionOf, inLocale, type Solution, type Widget, type WidgetCount } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Cells, counting } from './count-cells.ts'
import { figureOf, type LinkScope } from './list-link.ts'

/** What a count found; `undefined` when the reader may list nothing of its collection. */
export type Answer = { readonly cells: Cells; readonly capped: boolean } | typeof counting | undefined

export type WidgetScope = LinkScope & {
  readonly context: Context
  readonly solution: Solution
  readonly today: string
}

/** A count beside its answer. */
export type Counted = { readonly count: WidgetCount; readonly cells: Cells; readonly capped: boolean }

const usualWidth = {
  indicator: 'third',
  delay: 'third',
  breakdown: 'third',
  ages: 'half',
  weeks: 'half',
  list: 'two-thirds',
  drafts: 'half',
} as const

export function namesOf({ context }: WidgetScope, { key, title, help, width, kind }: Widget) {
  const { locale } = context.actor
  return {
    key,
    title: inLocale(title, locale),
    help: help ? inLocale(help, locale) : null,
    width: width ?? usualWidth[kind],
  }
}

/** All that was counted, whatever tells it apart. */
export function sumOf(cells: Cells): number {
  return [...cells.values()].reduce((sum, n) => sum + n, 0)
}

/** The number of a count, with the list of all of it. */
export function wholeFigure(scope: LinkScope, counted: Counted | undefined) {
  return figureOf(scope, counted?.count, {
    count: counted ? sumOf(counted.cells) : 0,
    capped: counted?.capped === true,
  })
}

export function definitionOf({ solution }: WidgetScope, counted: Counted | undefined) {
  return counted && solution.collections[collectionOf(counted.count.collection)]
}
