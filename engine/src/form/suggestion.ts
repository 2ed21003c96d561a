// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { key } from '../text/key.ts'

/**
 * Where a value proposed to the person signed in comes from: their account (name and mailbox), a field of their own
 * entry among the people, or the last request of theirs that answered a field. Proposed, never written unseen; never
 * anything of somebody else.
 */
export const suggestion = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('account'), what: z.enum(['name', 'email']) }),
  z.strictObject({ from: z.literal('person'), field: key }),
  z.strictObject({
    from: z.literal('earlier'),
    /** The field of the earlier requests, when it is not the one that is asked. */
    field: key.optional(),
  }),
])
export type Suggestion = z.infer<typeof suggestion>
