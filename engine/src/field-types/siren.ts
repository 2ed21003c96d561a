// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isSiren } from '../identifiers/siret.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('siren'), ...fieldBase })

export type SirenField = z.infer<typeof schema>

/** The number of a French legal unit, stored as nine digits, shown as `732 829 320`. */
export const siren = {
  ...oneLine,
  key: 'siren',
  title: titles.siren,
  schema,
  check: (candidate) =>
    checkLine(candidate, (line) => {
      const digits = line.replace(/[\s.]/gu, '')
      return isSiren(digits) ? accepted(digits) : refused({ code: 'siren' })
    }),
  display: (value) => value.replace(/(\d{3})(?=\d)/g, '$1\u00a0'),
  searchText: (value) => value,
} satisfies FieldType<SirenField, string>
