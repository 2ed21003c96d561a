// SPDX-License-Identifier: MIT
import type { Tone, WidgetOf } from '@guichet/engine'
import type { StateView } from '../entries/index.ts'
import type { PendingDrafts } from '../filing/index.ts'
import type { ViewColumn, ViewRow } from '../views/index.ts'

/** The list of what a number counts: a view, narrowed by states and filters as its address says them. */
export type ListLink = {
  readonly solution: string
  readonly view: string
  readonly states?: readonly string[]
  readonly filters?: Readonly<Record<string, string>>
}

/** A number, with the list it opens; null when none of the reader's roles shows that view. */
export type Figure = { readonly count: number; readonly capped?: true; readonly list: ListLink | null }

type Named = {
  readonly key: string
  readonly title: string
  readonly help: string | null
  readonly width: NonNullable<WidgetOf<'list'>['width']>
}

export type IndicatorView = Named & {
  readonly kind: 'indicator'
  readonly figure: Figure
  readonly tone: Tone | null
  readonly detail: { readonly title: string; readonly figure: Figure } | null
}

export type DelayView = Named & {
  readonly kind: 'delay'
  /** Null when there is nothing to measure. */
  readonly medianDays: number | null
  readonly figure: Figure
}

export type BreakdownRow = {
  /** Null for entries of which the field says nothing. */
  readonly label: string | null
  readonly state: StateView | null
  readonly figures: readonly Figure[]
}

export type BreakdownView = Named & {
  readonly kind: 'breakdown'
  /** What the rows are: « Service », null for states. */
  readonly by: string | null
  readonly columns: readonly { readonly title: string; readonly tone: Tone | null }[]
  readonly rows: readonly BreakdownRow[]
  readonly total: readonly Figure[]
}

export type AgesView = Named & {
  readonly kind: 'ages'
  /** Empty when states are not told apart. */
  readonly states: readonly StateView[]
  readonly steps: readonly {
    readonly fromDays: number
    readonly toDays: number | null
    readonly level: 'fine' | 'watch' | 'late'
    readonly figure: Figure
    readonly byState: readonly Figure[]
  }[]
}

export type WeeksView = Named & {
  readonly kind: 'weeks'
  /** Mondays, `YYYY-MM-DD`; the last week is running. */
  readonly weeks: readonly string[]
  readonly series: readonly { readonly title: string; readonly figures: readonly Figure[] }[]
}

export type EntryListView = Named & {
  readonly kind: 'list'
  readonly columns: readonly ViewColumn[]
  readonly rows: readonly ViewRow[]
  readonly sort: string
  readonly figure: Figure
}

/** A widget of numbers that a publication made new: it is there once they are counted, in a minute. */
export type CountingView = Named & { readonly kind: 'counting' }

export type DraftsView = Named & { readonly kind: 'drafts' } & PendingDrafts

export type WidgetView =
  IndicatorView | DelayView | BreakdownView | AgesView | WeeksView | EntryListView | DraftsView | CountingView

/** A dashboard as a menu names it. */
export type DashboardLink = {
  readonly solution: string
  readonly key: string
  readonly title: string
  readonly icon: string | null
}

export type DashboardView = DashboardLink & {
  /** The day that ages and weeks are counted from, `YYYY-MM-DD`. */
  readonly today: string
  readonly readAt: Date
  /** Those of what the reader may list: a widget on something else is left out. */
  readonly widgets: readonly WidgetView[]
}
