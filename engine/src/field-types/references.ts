// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type FieldType } from './field-type.ts'
import { checkIds, idList } from './id-list.ts'
import { referenceTarget } from './reference.ts'
import { titles } from './titles.ts'

/** Entries allowed when the field sets no limit. */
const usualMaxItems = 200

const schema = z.strictObject({
  type: z.literal('references'),
  ...fieldBase,
  to: referenceTarget,
  /** To entries of its own collection, and never round to the entry itself. */
  acyclic: z.boolean().optional(),
  maxItems: z.int().min(1).max(1000).optional(),
})

export type ReferencesField = z.infer<typeof schema>

/** The ids of entries of another collection, in the order given, each once. */
export const references = {
  ...idList,
  key: 'references',
  title: titles.references,
  schema,
  check: (candidate, field) => {
    const max = field.maxItems ?? usualMaxItems
    return checkIds(candidate, max, { code: 'reference' }, { code: 'too_many_references', params: { max } })
  },
  display: (value) => value.join(', '),
} satisfies FieldType<ReferencesField, string[]>
