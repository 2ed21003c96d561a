// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type FieldType } from './field-type.ts'
import { fileSettings } from './file-kinds.ts'
import { checkIds, idList } from './id-list.ts'
import { presence } from './operators.ts'
import { fileCount, titles } from './titles.ts'

/** Files allowed when the field sets no limit. */
const usualMaxCount = 10

const schema = z.strictObject({
  type: z.literal('files'),
  ...fieldBase,
  ...fileSettings,
  maxCount: z.int().min(1).max(200).optional(),
})

export type FilesField = z.infer<typeof schema>

/** The ids of several attachments, in the order given. */
export const files = {
  ...idList,
  key: 'files',
  title: titles.files,
  schema,
  comparable: () => undefined,
  operators: () => presence,
  check: (candidate, field) => {
    const max = field.maxCount ?? usualMaxCount
    return checkIds(candidate, max, { code: 'attachment' }, { code: 'too_many_files', params: { max } })
  },
  display: (value, _field, locale) => fileCount[locale](value.length),
} satisfies FieldType<FilesField, string[]>
