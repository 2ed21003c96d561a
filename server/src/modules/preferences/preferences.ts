// SPDX-License-Identifier: MIT
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import type { PreferencesTables } from './preferences.tables.ts'

/** Rows that a page of a list may hold. */
export const pageSizes = [25, 50, 100] as const

const shape = z.object({
  /** Rows of a page of a list. */
  pageSize: z.union(pageSizes.map((size) => z.literal(size))),
  /** Whether a letter alone acts: off for who dictates or slips (WCAG 2.2, 2.1.4). */
  singleKeys: z.boolean(),
  /** Whether the steps of the set-up that are left are shown: no once they were put off. */
  setUpSteps: z.boolean(),
})

/** How a person likes to work. */
export type Preferences = Readonly<z.infer<typeof shape>>

const usual: Preferences = { pageSize: 50, singleKeys: true, setUpSteps: true }

/** What the acting person prefers; what is usual for everyone else. A value that is no longer known is left aside. */
export async function getPreferences(context: Context): Promise<Preferences> {
  if (context.actor.kind !== 'person') return usual
  const rows = await context.db
    .withTables<PreferencesTables>()
    .selectFrom('preferences')
    .select(['key', 'value'])
    .where('person_id', '=', context.actor.personId)
    .execute()
  const kept = rows.flatMap(({ key, value }) => {
    const read = shape.partial().safeParse({ [key]: value })
    return read.success ? Object.entries(read.data) : []
  })
  return { ...usual, ...Object.fromEntries(kept) }
}

/**
 * Keeps what the acting person prefers.
 *
 * @throws Problem `sign-in-required`; `malformed-request` for a value that there is not
 */
export async function setPreferences(context: Context, wished: Partial<Preferences>): Promise<void> {
  const { actor } = context
  if (actor.kind !== 'person') throw problem('sign-in-required')
  const read = shape.partial().safeParse(wished)
  if (!read.success) throw problem('malformed-request', {})
  const values = Object.entries(read.data).map(([key, value]) => ({
    person_id: actor.personId,
    key,
    value: JSON.stringify(value),
  }))
  if (values.length === 0) return
  await context.db
    .withTables<PreferencesTables>()
    .insertInto('preferences')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'key']).doUpdateSet((given) => ({ value: given.ref('excluded.value') })),
    )
    .execute()
}
