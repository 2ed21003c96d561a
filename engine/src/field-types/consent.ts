// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import { booleanOf } from './boolean.ts'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { formOf, isRecord, member, valueOf } from './form-access.ts'
import { formatDateTime } from './format.ts'
import { parseJsonCell } from './json-cell.ts'
import { presence } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { isBlank } from './plain-text.ts'
import { givenOn, partTitles, titles } from './titles.ts'

const schema = z.strictObject({
  type: z.literal('consent'),
  ...fieldBase,
  /** What is consented to, word for word: it stays with the release under which the entry was filed. */
  text: localizedText,
})

export type ConsentField = z.infer<typeof schema>

/** A consent given, and when (ISO instant; absent until the moment is known). */
export type Consent = { readonly accepted: true; readonly at?: string }

/**
 * A consent, given by a positive act and provable (GDPR, art. 7).
 *
 * A box left empty, unticked again or refused is the empty value: a consent is never half given. The instant is never
 * read from a form, and `checkAt` replaces the one it receives: nobody can date a consent back.
 */
export const consent = {
  key: 'consent',
  title: titles.consent,
  schema,
  column: () => ({ sql: 'jsonb' }),
  comparable: () => undefined,
  operators: () => presence,
  parts: {
    accepted: { comparable: 'boolean', title: partTitles.accepted },
    at: { comparable: 'datetime', title: partTitles.at },
  },
  read: (form, name) => valueOf(form, name),
  write: (value, name) => formOf(name, value === null ? null : 'yes'),
  check: (candidate) => checkConsent(candidate),
  checkAt: (_value, _field, { now }) => accepted({ accepted: true, at: now }),
  display: (value, _field, locale, options) =>
    givenOn[locale](value.at === undefined ? undefined : formatDateTime(value.at, locale, options)),
  toCell: (value) => (value === null ? '' : JSON.stringify(value)),
  fromCell: (cell) => parseJsonCell(cell),
} satisfies FieldType<ConsentField, Consent>

function checkConsent(candidate: unknown): Checked<Consent> {
  if (isBlank(candidate)) return nothing
  const [given, at] = isRecord(candidate)
    ? [member(candidate, 'accepted'), member(candidate, 'at')]
    : [candidate, null]
  const isGiven = typeof given === 'string' ? booleanOf(given) : given
  if (isGiven === false || isBlank(given)) return nothing
  if (isGiven !== true) return refused({ code: 'boolean' })
  const instant = isBlank(at) || typeof at !== 'string' ? Number.NaN : Date.parse(at)
  return accepted({
    accepted: true,
    ...(Number.isNaN(instant) ? {} : { at: new Date(instant).toISOString() }),
  })
}
