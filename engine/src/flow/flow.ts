// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition, path } from '../condition/condition.ts'
import { key, slug } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/** The fact that starts a run. The run concerns the entry of that fact. */
export const trigger = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry-created'), collection: key }),
  z.strictObject({ kind: z.literal('entry-changed'), collection: key, fields: z.array(key).optional() }),
  /** By any of these transitions (all when absent). */
  z.strictObject({ kind: z.literal('entry-moved'), collection: key, transitions: z.array(key).optional() }),
  z.strictObject({ kind: z.literal('message-posted'), collection: key }),
  z.strictObject({ kind: z.literal('task-done'), collection: key, task: key.optional() }),
  /** The acknowledgement of receipt is given, later than the filing. */
  z.strictObject({ kind: z.literal('acknowledged'), collection: key }),
  /** The last day before silence decides is near: one of the alerts of the regime. */
  z.strictObject({ kind: z.literal('clock-near'), collection: key }),
  /** Silence has decided. */
  z.strictObject({ kind: z.literal('clock-expired'), collection: key }),
])
export type Trigger = z.infer<typeof trigger>

/** Who is told. An address that is missing or has no mailbox ends the step as "nobody to tell", visible in the run. */
export const recipient = z.discriminatedUnion('kind', [
  /** The applicant: the owner's mailbox, else the contact field of the collection. */
  z.strictObject({ kind: z.literal('applicant') }),
  /** A person or organisation at the end of a path. */
  z.strictObject({ kind: z.literal('path'), path }),
  z.strictObject({ kind: z.literal('role'), role: key }),
  z.strictObject({ kind: z.literal('email'), email: z.email() }),
])
export type Recipient = z.infer<typeof recipient>

const named = { key, title: localizedText.optional() }
/** A duration: at least one of them. */
export const duration = z.strictObject({
  days: z.int().min(0).optional(),
  hours: z.int().min(0).optional(),
  minutes: z.int().min(0).optional(),
})
export type Duration = z.infer<typeof duration>

/** A value computed from the run: an expression over `entry`, `event`, `steps`. */
export const expressionValue = z.strictObject({ expression: z.string().min(1).max(500) })
export const stepValue = z.union([z.string(), z.number(), z.boolean(), z.null(), expressionValue])
export type StepValue = z.infer<typeof stepValue>

export type Step =
  | {
      kind: 'condition'
      key: string
      title?: z.infer<typeof localizedText> | undefined
      when: z.infer<typeof condition>
      then: Step[]
      otherwise?: Step[] | undefined
    }
  | SimpleStep

const simpleStep = z.discriminatedUnion('kind', [
  /** Mail (outbox) and, for people with an account, a notification in the application. */
  z.strictObject({
    kind: z.literal('notify'),
    ...named,
    to: recipient,
    mail: slug,
    /** The same fact in a text message, for a recipient whose mobile telephone is known. */
    text: slug.optional(),
    /** Puts an access link of this purpose in the mail, made for the recipient's mailbox. */
    link: key.optional(),
  }),
  /** Revokes the links of a purpose on this entry. */
  z.strictObject({ kind: z.literal('revoke-links'), ...named, purpose: key }),
  z.strictObject({
    kind: z.literal('create-task'),
    ...named,
    task: key,
    label: localizedText,
    assignee: recipient,
    transition: key.optional(),
    dueIn: duration.optional(),
  }),
  z.strictObject({ kind: z.literal('close-tasks'), ...named, task: key }),
  z.strictObject({ kind: z.literal('wait'), ...named, for: duration }),
  /** Waits until the condition holds on the entry (looked at after each of its events), at most `atMost`. */
  z.strictObject({ kind: z.literal('wait-until'), ...named, when: condition, atMost: duration.optional() }),
  z.strictObject({ kind: z.literal('change-entry'), ...named, set: z.record(key, stepValue) }),
  z.strictObject({
    kind: z.literal('move-entry'),
    ...named,
    transition: key,
    reason: localizedText.optional(),
  }),
  z.strictObject({ kind: z.literal('set-number'), ...named }),
  z.strictObject({
    kind: z.literal('call-http'),
    ...named,
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string().min(1).max(2000),
    headers: z.record(z.string(), z.string()).optional(),
    body: stepValue.optional(),
  }),
  z.strictObject({ kind: z.literal('end'), ...named }),
])
export type SimpleStep = z.infer<typeof simpleStep>

export const step: z.ZodType<Step> = z.lazy(() => z.discriminatedUnion('kind', [simpleStep, conditionStep]))

const conditionStep = z.strictObject({
  kind: z.literal('condition'),
  ...named,
  when: condition,
  then: z.array(step),
  otherwise: z.array(step).optional(),
})

/** A trigger and the steps that follow, as an outline: branches are nested, every step has its own key. */
export const flow = z.strictObject({
  title: localizedText,
  on: trigger,
  /** Runs only for entries that satisfy it when the fact happens. */
  when: condition.optional(),
  steps: z.array(step).min(1),
})
export type Flow = z.infer<typeof flow>
