// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isUuid } from '../identifiers/uuid.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { fileSettings } from './file-kinds.ts'
import { checkLine, oneLine } from './one-line.ts'
import { presence } from './operators.ts'
import { accepted, refused } from './outcome.ts'
import { fileCount, titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('file'), ...fieldBase, ...fileSettings })

export type FileField = z.infer<typeof schema>

/** The id of one attachment; its name, type and content are the server's. */
export const file = {
  ...oneLine,
  key: 'file',
  title: titles.file,
  schema,
  column: () => ({ sql: 'uuid' }),
  comparable: () => undefined,
  operators: () => presence,
  check: (candidate) =>
    checkLine(candidate, (line) => {
      const id = line.toLowerCase()
      return isUuid(id) ? accepted(id) : refused({ code: 'attachment' })
    }),
  display: (_value, _field, locale) => fileCount[locale](1),
} satisfies FieldType<FileField, string>
