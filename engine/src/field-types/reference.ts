// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isUuid } from '../identifiers/uuid.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { oneLine } from './one-line.ts'
import { equality } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank } from './plain-text.ts'
import { titles } from './titles.ts'

/** A collection of this solution (`trainee`) or of another one (`library.reader`). */
export const referenceTarget = z
  .string()
  .regex(/^(?:[a-z][a-z0-9-]*\.)?[a-z][a-zA-Z0-9_]*$/)
  .max(97)

const schema = z.strictObject({
  type: z.literal('reference'),
  ...fieldBase,
  to: referenceTarget,
  /** To entries of its own collection, and never round to the entry itself: a parent, a predecessor. */
  acyclic: z.boolean().optional(),
})

export type ReferenceField = z.infer<typeof schema>

/** The id of an entry of another collection. Whether it exists and may be seen is the server's to say, like its title. */
export const reference = {
  ...oneLine,
  key: 'reference',
  title: titles.reference,
  schema,
  column: () => ({ sql: 'uuid' }),
  comparable: () => 'id',
  operators: () => equality,
  check: (candidate) => {
    if (isBlank(candidate)) return nothing
    const id = typeof candidate === 'string' ? cleanLine(candidate).toLowerCase() : ''
    return isUuid(id) ? accepted(id) : refused({ code: 'reference' })
  },
  display: (value) => value,
} satisfies FieldType<ReferenceField, string>
