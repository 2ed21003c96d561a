// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { presence } from './operators.ts'
import { nothing } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({
  type: z.literal('information'),
  ...fieldBase,
  text: localizedText,
  /** How it is set off from the questions; `info` when absent. */
  tone: z.enum(['info', 'warn']).optional(),
})

export type InformationField = z.infer<typeof schema>

/** A text between the questions: nothing is asked and nothing is stored. */
export const information = {
  key: 'information',
  title: titles.information,
  schema,
  column: () => undefined,
  comparable: () => undefined,
  operators: () => presence,
  read: () => null,
  write: () => ({}),
  check: () => nothing,
  display: () => '',
  toCell: () => '',
  fromCell: () => null,
} satisfies FieldType<InformationField, never>
