// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { parseDecimal } from './decimal.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { formOf, valueOf } from './form-access.ts'
import { formatMoney } from './format.ts'
import { ordered } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank } from './plain-text.ts'
import { titles } from './titles.ts'

const schema = z
  .strictObject({
    type: z.literal('money'),
    ...fieldBase,
    minCents: z.int().optional(),
    maxCents: z.int().optional(),
    /** `EUR` when absent. */
    currency: z.enum(['EUR', 'CHF']).optional(),
  })
  .refine(
    (field) => (field.minCents ?? -Infinity) <= (field.maxCents ?? Infinity),
    'min_above_max' satisfies DefinitionProblem,
  )

export type MoneyField = z.infer<typeof schema>

/**
 * An amount, stored in cents.
 *
 * A number is cents; a text is an amount as people write it (`1 234,50`, `1234.5 €`).
 */
export const money = {
  key: 'money',
  title: titles.money,
  schema,
  column: () => ({ sql: 'bigint' }),
  comparable: () => 'number',
  operators: () => ordered,
  read: (form, name) => valueOf(form, name),
  write: (value, name) => formOf(name, value === null ? null : plainAmount(value).replace('.', ',')),
  check: (candidate, field) => {
    if (isBlank(candidate)) return nothing
    const cents = typeof candidate === 'string' ? centsOf(candidate) : candidate
    if (cents === 'decimals') return refused({ code: 'decimals', params: { max: 2 } })
    return typeof cents === 'number' && Number.isSafeInteger(cents)
      ? checkCents(cents, field)
      : refused({ code: 'amount' })
  },
  display: (value, field, locale) => formatMoney(value, currencyOf(field), locale),
  toCell: (value) => (value === null ? '' : plainAmount(value)),
  fromCell: (cell) => cell,
} satisfies FieldType<MoneyField, number>

function checkCents(given: number, field: MoneyField): Checked<number> {
  const cents = given === 0 ? 0 : given // no negative zero
  const currency = currencyOf(field)
  const { minCents, maxCents } = field
  if (minCents !== undefined && cents < minCents)
    return refused({ code: 'min_amount', params: { minCents, currency } })
  if (maxCents !== undefined && cents > maxCents)
    return refused({ code: 'max_amount', params: { maxCents, currency } })
  return accepted(cents)
}

function currencyOf(field: MoneyField): string {
  return field.currency ?? 'EUR'
}

function centsOf(amount: string): number | 'decimals' | undefined {
  const decimal = parseDecimal(cleanLine(amount).replace(/^(?:€|EUR|CHF)\s*|\s*(?:€|EUR|CHF)$/iu, ''))
  if (!decimal) return undefined
  if (decimal.fraction.length > 2) return 'decimals'
  const cents = Number(`${decimal.whole}${decimal.fraction.padEnd(2, '0')}`)
  return decimal.negative ? -cents : cents
}

/** Figures are moved, not divided: `cents / 100` is not exact above 2^53 / 100. */
function plainAmount(cents: number): string {
  const figures = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${figures.slice(0, -2)}.${figures.slice(-2)}`
}
