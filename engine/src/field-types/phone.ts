// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { frenchNational, internationalPhone, parsePhone, phoneCountries } from '../identifiers/phone.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { formOf } from './form-access.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({
  type: z.literal('phone'),
  ...fieldBase,
  /** Whose national numbers are understood without `+`; `FR` when absent. */
  country: z.enum(phoneCountries).optional(),
})

export type PhoneField = z.infer<typeof schema>

/** A telephone number, stored in E.164 form. */
export const phone = {
  ...oneLine,
  key: 'phone',
  title: titles.phone,
  schema,
  write: (value, name) => formOf(name, value === null ? null : written(value)),
  check: (candidate, field) =>
    checkLine(candidate, (line) => {
      const number = parsePhone(line, field.country ?? 'FR')
      return number === undefined ? refused({ code: 'phone' }) : accepted(number)
    }),
  display: (value, _field, locale) =>
    (locale === 'fr' ? written(value) : internationalPhone(value)).replaceAll(' ', '\u00a0'),
  searchText: (value) => [value, frenchNational(value)].filter(Boolean).join(' '),
} satisfies FieldType<PhoneField, string>

/** As a French reader dials it: `01 99 00 41 00` for a French number, international form otherwise. */
function written(e164: string): string {
  const national = frenchNational(e164)
  if (national === undefined) return internationalPhone(e164)
  return national.replace(/(\d{2})(?=\d)/g, '$1 ')
}
