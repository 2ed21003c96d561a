// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition } from '../condition/condition.ts'
import { fieldSchema } from '../field-types/registry.ts'
import { lifecycle } from '../lifecycle/lifecycle.ts'
import { iconName, key } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'
import { relation } from './relation.ts'

/** Names that the typed table keeps for itself; a field cannot take them. */
export const systemColumns = [
  'id',
  'state',
  'number',
  'title',
  'owner',
  'createdAt',
  'updatedAt',
  'closedAt',
  'legalDueOn',
  'deletedAt',
  'version',
] as const

/** How human numbers are made: `PLS-{year}-{sequence}` with the sequence padded to `digits`. Unique, increasing, gaps allowed. */
export const numbering = z.strictObject({
  pattern: z.string().includes('{sequence}').max(40),
  digits: z.int().min(1).max(9),
})

/**
 * The person who filed an entry without an account: fields that say where to answer.
 * Access links of the applicant are renewed to this mailbox only.
 */
export const contact = z.strictObject({ name: key.optional(), email: key, phone: key.optional() })

/** Who reads a note: each audience is opened to actors by grants (`notes`). */
export const noteAudience = z.strictObject({ label: localizedText })

const titleTemplate = z.string().min(1).max(300)

export const collection = z.strictObject({
  title: localizedText,
  titlePlural: localizedText,
  icon: iconName.optional(),
  fields: z.record(key, fieldSchema),
  /** Template of an entry's title: `{{ entry.subject }}`. */
  entryTitle: titleTemplate,
  /** Other templates for some entries: the first whose condition holds on the entry's own fields replaces `entryTitle`. */
  entryTitles: z.array(z.strictObject({ when: condition, template: titleTemplate })).optional(),
  numbering: numbering.optional(),
  lifecycle: lifecycle.optional(),
  contact: contact.optional(),
  /** Reference to the organisation or person that holds the entry now; named to the applicant. */
  heldBy: key.optional(),
  /**
   * Days that an entry is awaited by while it is open, `legalDueOn` or dates: the soonest counts. Lists may be read in
   * that order (`dueSort`).
   */
  due: z.array(key).min(1).optional(),
  /** Fields whose words find the entry. A field with restricted readers is refused here. */
  search: z.array(key).optional(),
  noteAudiences: z.record(key, noteAudience).optional(),
  /** Its entries link two others, for a time. */
  relation: relation.optional(),
})
export type Collection = z.infer<typeof collection>
