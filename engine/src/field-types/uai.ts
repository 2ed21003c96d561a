// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isUai } from '../identifiers/uai.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('uai'), ...fieldBase })

export type UaiField = z.infer<typeof schema>

/** The number of a French school, seven digits and a letter in capitals. */
export const uai = {
  ...oneLine,
  key: 'uai',
  title: titles.uai,
  schema,
  check: (candidate) =>
    checkLine(candidate, (line) => {
      const code = line.replace(/\s/gu, '').toUpperCase()
      return isUai(code) ? accepted(code) : refused({ code: 'uai' })
    }),
  display: (value) => value,
  searchText: (value) => value,
} satisfies FieldType<UaiField, string>
