// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { iconName, key, slug, tone } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/*
 * Every number of a dashboard is the number of entries of a view, whole or narrowed by filters that its address can
 * say: a number always opens the list of what it counts, and the two cannot differ.
 */

/** Days of a date, counted back from today: `last: 7` is today and the six days before. */
const lastDays = z.strictObject({ on: key, last: z.int().min(1).max(3650) })
export type LastDays = z.infer<typeof lastDays>

const named = {
  /** Unique in its dashboard. */
  key: slug,
  title: localizedText,
  help: localizedText.optional(),
  /** Share of the width on a large screen; each kind has its own when absent. */
  width: z.enum(['third', 'half', 'two-thirds', 'full']).optional(),
}

/** One number, with another in small that explains it: « 127 ouvertes, 9 reçues en une semaine ». */
const indicator = z.strictObject({
  ...named,
  kind: z.literal('indicator'),
  view: slug,
  days: lastDays.optional(),
  tone: tone.optional(),
  detail: z
    .strictObject({
      title: localizedText,
      /** Another view; the indicator's own when absent. */
      view: slug.optional(),
      days: lastDays.optional(),
    })
    .optional(),
})

/** The median of the days between two dates: « Délai médian de réponse ». */
const delay = z.strictObject({
  ...named,
  kind: z.literal('delay'),
  view: slug,
  from: key,
  to: key,
  /** Entries whose `to` is among the last days; all when absent. */
  last: z.int().min(1).max(3650).optional(),
})

/** How many entries for each state, choice or referred entry: a table whose first column is drawn as bars. */
const breakdown = z.strictObject({
  ...named,
  kind: z.literal('breakdown'),
  /** `state`, or a field: choice, reference, yes or no. */
  by: key,
  /** What entries are called of which the field says nothing: « Au guichet ». */
  none: localizedText.optional(),
  columns: z
    .array(
      z.strictObject({
        title: localizedText,
        view: slug,
        days: lastDays.optional(),
        tone: tone.optional(),
      }),
    )
    .min(1)
    .max(5),
})

/** How long the entries of a view have waited, by steps of days, drawn as bars. */
const ages = z.strictObject({
  ...named,
  kind: z.literal('ages'),
  view: slug,
  /** The date they wait since. */
  since: key,
  /** Last day of each step, in days: `[2, 5, 10]` is 0 to 2, 3 to 5, 6 to 10, more than 10. */
  steps: z.array(z.int().min(0).max(3650)).min(1).max(10),
  /** Days from which a step is to be watched, and from which it is late. */
  warnFrom: z.int().positive().optional(),
  lateFrom: z.int().positive().optional(),
  /** Also tells the states apart, one column each. */
  byState: z.boolean().optional(),
})

/** How many per week, from Monday to Sunday: « reçues et closes ». */
const weeks = z.strictObject({
  ...named,
  kind: z.literal('weeks'),
  weeks: z.int().min(2).max(53),
  series: z
    .array(z.strictObject({ title: localizedText, view: slug, on: key }))
    .min(1)
    .max(3),
})

/** The first entries of a view, in its own order: « en retard d’abord ». */
const entryList = z.strictObject({
  ...named,
  kind: z.literal('list'),
  view: slug,
  rows: z.int().min(1).max(50),
})

/** Requests begun and not sent: how many, of which procedure, since when. Never their answers. */
const draftList = z.strictObject({
  ...named,
  kind: z.literal('drafts'),
  collection: key,
  rows: z.int().min(1).max(50),
})

export const widget = z.discriminatedUnion('kind', [
  indicator,
  delay,
  breakdown,
  ages,
  weeks,
  entryList,
  draftList,
])
export type Widget = z.infer<typeof widget>
export type WidgetOf<Kind extends Widget['kind']> = Extract<Widget, { kind: Kind }>

/** What some roles look at to know where things stand. Each reader's numbers are of what they may list. */
export const dashboard = z.strictObject({
  title: localizedText,
  icon: iconName.optional(),
  roles: z.array(key).min(1),
  widgets: z.array(widget).min(1).max(30),
})
export type Dashboard = z.infer<typeof dashboard>
