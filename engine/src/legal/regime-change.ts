// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { type Regime, regime } from './regime.ts'

/** Another regime from a day on: what is received before that day keeps the former one. */
export const regimeChange = z.strictObject({
  /** First day of receipt that it rules. */
  since: z.iso.date(),
  /** Null: none any more. */
  regime: regime.nullable(),
})
export type RegimeChange = z.infer<typeof regimeChange>

/** The regime of what a procedure receives on `day`, by its last change until then; none when it has none. */
export function regimeOn(
  {
    regime: first,
    regimeChanges = [],
  }: {
    readonly regime?: Regime | undefined
    readonly regimeChanges?: readonly RegimeChange[] | undefined
  },
  day: string,
): Regime | undefined {
  const reached = regimeChanges.filter(({ since }) => since <= day)
  const last = reached.toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1)
  return last === undefined ? first : (last.regime ?? undefined)
}
