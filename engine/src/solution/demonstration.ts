// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { askedField } from '../lifecycle/asked-fields.ts'
import { key, slug } from '../text/key.ts'
import { bodySettings } from './body.ts'

/** Name by which a demonstration calls one of its own records: `roads`, `elise_courriere`. */
const recordName = z.string().regex(/^[a-z][a-z0-9_]{0,47}$/)

/** Another record of the demonstration: its id once it is created. */
export const recordRef = z.strictObject({ ref: recordName })
/** Some of the demonstration's files: their ids once they are deposited (the id of the only one, for a field of one file). */
export const filesRef = z.strictObject({ files: z.array(z.string().min(1)).min(1) })

/** A calendar day, counted from the day of the filing or act that carries it: `{ inDays: -3 }` is three days before. */
export const dayRef = z.strictObject({ inDays: z.int().min(-36525).max(3650) })

export type DemonstrationValue =
  | string
  | number
  | boolean
  | null
  | z.infer<typeof recordRef>
  | z.infer<typeof filesRef>
  | z.infer<typeof dayRef>
  | DemonstrationValue[]
  | { [key: string]: DemonstrationValue }

const value: z.ZodType<DemonstrationValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    recordRef,
    filesRef,
    dayRef,
    z.array(value),
    z.record(z.string(), value),
  ]),
)
const values = z.record(key, value)

/** Counted back from the day the demonstration is installed, at the body's place. */
const moment = { daysAgo: z.int().min(0).max(3650), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }

/** Who does something: a person of the demonstration, or the bearer of the link that the mail of this purpose carried. */
const doer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: recordName }),
  z.strictObject({ kind: z.literal('link'), purpose: key }),
])

/** Something done on an entry, through the same services and under the same rights as in a browser. */
export const demonstrationAct = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('transition'),
    ...moment,
    by: doer,
    transition: key,
    answers: values.optional(),
    reason: z.string().optional(),
    /** Fields that the answer must correct, each with a word. */
    asked: z.array(askedField).optional(),
  }),
  z.strictObject({ kind: z.literal('message'), ...moment, by: doer, text: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('note'),
    ...moment,
    by: doer,
    audience: key,
    tone: z.enum(['information', 'positive', 'negative']),
    text: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal('edit'), ...moment, by: doer, values }),
])
export type DemonstrationAct = z.infer<typeof demonstrationAct>

/** A filing through a procedure, by a person with an account or by anyone (`person` absent), and what came next. */
export const demonstrationFiling = z.strictObject({
  procedure: slug,
  ...moment,
  person: recordName.optional(),
  answers: values,
  acts: z.array(demonstrationAct).optional(),
})
export type DemonstrationFiling = z.infer<typeof demonstrationFiling>

/** An entry the body itself starts with: organisation, person, membership. Earlier records may be referred to. */
export const demonstrationRecord = z.strictObject({
  name: recordName,
  /** `solution.collection` */
  collection: z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-zA-Z0-9_]*$/),
  values,
})
export type DemonstrationRecord = z.infer<typeof demonstrationRecord>

/**
 * What makes a fresh installation worth looking at: data only, replayed in order of time through the services, so that
 * every right, flow and mail has really been exercised.
 */
export const demonstrationSchema = z.strictObject({
  /** The body that runs it, when the solution brings one. */
  body: bodySettings.optional(),
  /** Shown to whoever starts the demonstration. */
  password: z.string().min(8),
  records: z.array(demonstrationRecord),
  accounts: z.array(z.strictObject({ person: recordName, email: z.email() })),
  filings: z.array(demonstrationFiling),
  /** Where the bytes of each file are, by its name. */
  files: z.record(z.string(), z.url()),
  /** Where the file of the body's streets is, to complete addresses from. */
  streets: z.url().optional(),
})
export type Demonstration = z.infer<typeof demonstrationSchema>

/** Types and parses a demonstration. */
export function defineDemonstration(demonstration: z.input<typeof demonstrationSchema>): Demonstration {
  return demonstrationSchema.parse(demonstration)
}
