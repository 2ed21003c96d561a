// SPDX-License-Identifier: MIT
import { z } from 'zod'

/*
 * A condition is data with one meaning and three readers: in memory (`holds`), in SQL (the server's
 * `conditionToSql`) and in words (`inWords`).
 *
 * Meaning of a comparison: a path yields zero, one or several values. `eq`, `lt`, `contains`… hold when SOME value
 * of the path stands in that relation to SOME value of the right-hand side. `ne` holds when there is at least one
 * value on each side and no pair is equal. `empty` holds when the path yields no value, `filled` when it yields one.
 * An empty side therefore compares false; `not` is the boolean complement.
 *
 * `contains` and `starts` ignore case and accents (`fold`), `eq` does not. Texts have no order. Entries in the bin are
 * not met on the way.
 */

export const operators = [
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'contains',
  'starts',
  'empty',
  'filled',
] as const
export const operator = z.enum(operators)
export type Operator = z.infer<typeof operator>

/**
 * Where a value is found, read from left to right from the entry at hand:
 * `field` reads a field or follows a reference, `field.part` reads inside a structured value (`place.citycode`),
 * `collection[field].other` goes back to the entries whose reference `field` names this one, in the solution of the
 * entry at hand (`relation[trainee].supervisor`), `solution.collection[field].other` in another solution.
 * System values: `id`, `state`, `number`, `title`, `owner`, `createdAt`, `updatedAt`, `closedAt`, `legalDueOn`.
 */
export const path = z.string().regex(/^[a-z][\w-]*(\.[a-z][\w-]*|\[[a-z]\w*\])*$/i)

/** What the acting person is: used on the right-hand side of a comparison. */
export const actorAttributes = ['me', 'my.organisations', 'my.territories', 'my.email'] as const
export const actorAttribute = z.enum(actorAttributes)
export type ActorAttribute = z.infer<typeof actorAttribute>

export const scalar = z.union([z.string(), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalar>

export const conditionValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('literal'), value: z.union([scalar, z.array(scalar)]) }),
  z.object({ kind: z.literal('actor'), attribute: actorAttribute }),
  /** Today ± days, in the body's time zone: compares with dates and, as midnight, with date-times. */
  z.object({ kind: z.literal('today'), plusDays: z.int().min(-36525).max(36525) }),
  z.object({ kind: z.literal('path'), path }),
])
export type ConditionValue = z.infer<typeof conditionValue>

export type Condition =
  | { kind: 'all'; parts: Condition[] }
  | { kind: 'any'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'compare'; path: string; op: Operator; value?: ConditionValue | undefined }
  | { kind: 'exists'; path: string; where: Condition }

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all'), parts: z.array(condition).max(50) }),
    z.object({ kind: z.literal('any'), parts: z.array(condition).max(50) }),
    z.object({ kind: z.literal('not'), part: condition }),
    z.object({ kind: z.literal('compare'), path, op: operator, value: conditionValue.optional() }),
    /** Some entry at the end of `path` (references only, forward or backward) satisfies `where`. */
    z.object({ kind: z.literal('exists'), path, where: condition }),
  ]),
)

export const always: Condition = { kind: 'all', parts: [] }
export const never: Condition = { kind: 'any', parts: [] }

export const all = (...parts: Condition[]): Condition => ({ kind: 'all', parts })
export const any = (...parts: Condition[]): Condition => ({ kind: 'any', parts })
export const not = (part: Condition): Condition => ({ kind: 'not', part })
export const exists = (path: string, where: Condition): Condition => ({ kind: 'exists', path, where })

/** `compare('state', 'eq', 'submitted')`: an array means "one of these". */
export function compare(path: string, op: Operator, value?: Scalar | Scalar[]): Condition {
  return value === undefined
    ? { kind: 'compare', path, op }
    : { kind: 'compare', path, op, value: { kind: 'literal', value } }
}

/** `compareActor('unit', 'eq', 'my.organisations')`. */
export function compareActor(path: string, op: Operator, attribute: ActorAttribute): Condition {
  return { kind: 'compare', path, op, value: { kind: 'actor', attribute } }
}

/** `compareToday('deadline', 'lt', 0)`: before today. */
export function compareToday(path: string, op: Operator, plusDays = 0): Condition {
  return { kind: 'compare', path, op, value: { kind: 'today', plusDays } }
}
