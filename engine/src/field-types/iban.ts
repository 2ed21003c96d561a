// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isIban } from '../identifiers/iban.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('iban'), ...fieldBase })

export type IbanField = z.infer<typeof schema>

/** A bank account's number, stored without spaces, shown by fours. It finds no entry: nobody should search by account. */
export const iban = {
  ...oneLine,
  key: 'iban',
  title: titles.iban,
  schema,
  check: (candidate) =>
    checkLine(candidate, (line) => {
      const compact = line
        .replace(/^IBAN\b\s*:?/i, '')
        .replace(/[\s-]/gu, '')
        .toUpperCase()
      return isIban(compact) ? accepted(compact) : refused({ code: 'iban' })
    }),
  display: (value) => value.replace(/(.{4})(?=.)/g, '$1\u00a0'),
} satisfies FieldType<IbanField, string>
