// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isSiret } from '../identifiers/siret.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('siret'), ...fieldBase })

export type SiretField = z.infer<typeof schema>

/** The number of a French establishment, stored as fourteen digits, shown as `732 829 320 00074`. */
export const siret = {
  ...oneLine,
  key: 'siret',
  title: titles.siret,
  schema,
  check: (candidate) =>
    checkLine(candidate, (line) => {
      const digits = line.replace(/[\s.]/gu, '')
      return isSiret(digits) ? accepted(digits) : refused({ code: 'siret' })
    }),
  display: (value) => value.replace(/^(\d{3})(\d{3})(\d{3})/, '$1\u00a0$2\u00a0$3\u00a0'),
  searchText: (value) => `${value} ${value.slice(0, 9)}`,
} satisfies FieldType<SiretField, string>
