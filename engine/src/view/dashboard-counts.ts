// SPDX-License-Identifier: MIT
import { always, type Condition } from '../condition/condition.ts'
import { addDays } from '../identifiers/iso-date.ts'
import { collectionRef, type CollectionRef } from '../solution/model.ts'
import type { Solution } from '../solution/solution.ts'
import type { LastDays, Widget, WidgetOf } from './dashboard.ts'
import type { CountAsked, DayRange, TallyKey } from './tally.ts'

/** A count that a widget needs: of a view, by key, under some days. */
export type WidgetCount = CountAsked & { readonly view: string }

/** One step of ages: from so many days to so many, and the days of the calendar that it is today. */
export type AgeStep = {
  readonly fromDays: number
  /** Absent for the last, which has no end. */
  readonly toDays?: number
  readonly range: DayRange
}

/** The steps of ages, as days of the calendar: who has waited zero days began today. */
export function ageSteps({ steps }: Pick<WidgetOf<'ages'>, 'steps'>, today: string): readonly AgeStep[] {
  const ends = [...new Set(steps)].toSorted((one, other) => one - other)
  const last = ends.at(-1) ?? 0
  return [
    ...ends.map((toDays, at) => {
      const fromDays = at === 0 ? 0 : (ends[at - 1] ?? 0) + 1
      const from = addDays(today, -toDays)
      // The first step also holds what begins later than today.
      return { fromDays, toDays, range: at === 0 ? { from } : { from, to: addDays(today, -fromDays) } }
    }),
    { fromDays: last + 1, range: { to: addDays(today, -last - 1) } },
  ]
}

/** The weeks of a chart, oldest first, the running one last: Monday to Sunday. */
export function weekRanges(weeks: number, today: string): readonly Required<DayRange>[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(today, -weekday)
  return Array.from({ length: weeks }, (_, at) => {
    const from = addDays(monday, (at - weeks + 1) * 7)
    return { from, to: addDays(from, 6) }
  })
}

/** Today and the days before, so many in all. */
export function lastDaysRange(last: number, today: string): DayRange {
  return { from: addDays(today, 1 - last) }
}

/**
 * The counts that a widget is made of, in the order that its reader expects: see each kind. A list and drafts count
 * nothing here.
 */
export function widgetCounts(widget: Widget, solution: Solution, today: string): readonly WidgetCount[] {
  const of = (view: string, more: Partial<CountAsked> = {}): WidgetCount[] => {
    const asked = viewAsked(solution, view)
    return asked ? [{ ...asked, view, ...more }] : []
  }
  const last = (days: LastDays | undefined) => days && { on: days.on, range: lastDaysRange(days.last, today) }
  switch (widget.kind) {
    case 'indicator': {
      const { view, days, detail } = widget
      return [
        ...of(view, { days: last(days) }),
        ...(detail ? of(detail.view ?? view, { days: last(detail.days ?? days) }) : []),
      ]
    }
    case 'delay': {
      const key: TallyKey = { kind: 'days', from: widget.from, to: widget.to }
      const range = widget.last === undefined ? {} : lastDaysRange(widget.last, today)
      return of(widget.view, { key, days: { on: widget.to, range } })
    }
    case 'breakdown':
      return widget.columns.flatMap(({ view, days }) => of(view, { key: keyOf(widget.by), days: last(days) }))
    case 'ages':
      return ageSteps(widget, today).flatMap(({ range }) =>
        of(widget.view, {
          days: { on: widget.since, range },
          ...(widget.byState && { key: { kind: 'state' as const } }),
        }),
      )
    case 'weeks':
      return widget.series.flatMap(({ view, on }) =>
        weekRanges(widget.weeks, today).flatMap((range) => of(view, { days: { on, range } })),
      )
    case 'list':
    case 'drafts':
      return []
  }
}

const keyOf = (by: string): TallyKey => (by === 'state' ? { kind: 'state' } : { kind: 'field', field: by })

function viewAsked(
  solution: Solution,
  key: string,
): { collection: CollectionRef; where: Condition } | undefined {
  const view = Object.hasOwn(solution.views ?? {}, key) ? solution.views?.[key] : undefined
  return view && { collection: collectionRef(view.collection, solution.key), where: view.where ?? always }
}
