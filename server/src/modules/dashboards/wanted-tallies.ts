// SPDX-License-Identifier: MIT
import { type CollectionRef, type Tally, tallyFor, widgetCounts } from '@guichet/engine'
import type { Definitions } from '../definitions/index.ts'
import { tallyName } from './tally-sql.ts'

/** A day like any other: what is counted does not depend on it. */
const someDay = '2026-01-01'

/** What the dashboards in force count, by collection then by name, each once. */
export function wantedTallies(
  { solutions, model }: Definitions,
  timeZone: string,
): ReadonlyMap<CollectionRef, ReadonlyMap<string, Tally>> {
  const wanted = new Map<CollectionRef, Map<string, Tally>>()
  for (const { solution } of solutions.values()) {
    const widgets = Object.values(solution.dashboards ?? {}).flatMap((dashboard) => dashboard.widgets)
    for (const count of widgets.flatMap((widget) => widgetCounts(widget, solution, someDay))) {
      const tally = tallyFor(count, model, someDay)?.tally
      if (!tally) continue
      const known = wanted.get(tally.collection) ?? new Map<string, Tally>()
      wanted.set(tally.collection, known.set(tallyName(tally, timeZone), tally))
    }
  }
  return wanted
}
