// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition } from '../condition/condition.ts'
import { iconName, key } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/** `-createdAt`: newest first. */
export const sort = z.string().regex(/^-?[a-z]\w*$/i)

/** How entries of a collection are shown, for the roles named. */
export const view = z.strictObject({
  collection: key,
  title: localizedText,
  icon: iconName.optional(),
  group: localizedText.optional(),
  roles: z.array(key).min(1),
  where: condition.optional(),
  columns: z.array(key).min(1),
  /** What a reader may narrow the view by, besides its state: choices, references, yes or no, days. */
  filters: z.array(key).optional(),
  sort: sort.optional(),
  /** Days of waiting after which a row counts as late. */
  lateAfterDays: z.int().positive().optional(),
})
export type View = z.infer<typeof view>
