// SPDX-License-Identifier: MIT
import { z } from 'zod'
import {
  all,
  any,
  compare,
  compareActor,
  compareToday,
  exists,
  type Condition,
} from '../condition/condition.ts'
import { key } from '../text/key.ts'

/**
 * Tells that the entries of a collection are relations: `from` is linked to `to`, in a kind, from one day to another.
 * A relation is added and ended, never erased: what was true stays true of its days.
 */
export const relation = z.strictObject({
  /** References, to any collection: a trainee, a pupil. */
  from: key,
  /** A supervisor, a guardian, an organisation. */
  to: key,
  /** A choice or a text: what `to` is for `from`. */
  kind: key.optional(),
  /** Calendar days, both included; empty means open. */
  startsOn: key,
  endsOn: key,
  /** Text: why it ended. */
  endReason: key.optional(),
})
export type RelationDefinition = z.infer<typeof relation>

/** The days of something that begins and ends. */
export type Days = { readonly startsOn: string; readonly endsOn: string }

/** Holds on an entry today: its first day has come, if it has one, and its last is not over. */
export function current({ startsOn, endsOn }: Days): Condition {
  return all(
    any(compare(startsOn, 'empty'), compareToday(startsOn, 'lte')),
    any(compare(endsOn, 'empty'), compareToday(endsOn, 'gte')),
  )
}

/**
 * Holds on an entry when the acting person is linked to it today: one and the same relation at the end of `path`
 * (`training.tutoring[trainee]`) names them, is current, and is of the kind. As the `where` of a grant to who is signed
 * in, it is « the current training master of this trainee ».
 */
export function currentlyLinked(
  path: string,
  { to, kind: kindKey, startsOn, endsOn }: RelationDefinition,
  kind?: string | string[],
): Condition {
  const ofKind = kindKey === undefined || kind === undefined ? [] : [compare(kindKey, 'eq', kind)]
  return exists(path, all(compareActor(to, 'eq', 'me'), ...ofKind, current({ startsOn, endsOn })))
}
