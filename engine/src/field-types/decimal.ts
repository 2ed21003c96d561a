// SPDX-License-Identifier: MIT
import { cleanLine } from './plain-text.ts'

/** A decimal number as its figures: no sign of zero, no leading zeros of the whole part, no trailing zeros of the rest. */
export type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string }

// Thousands apart by spaces (any kind) or apostrophes (Switzerland), in threes; comma or point before the decimals.
const spaced = /^(\d{1,3}(?:[\s'’]\d{3})+|\d+)?(?:[.,](\d*))?$/u
// Both marks present: the last one stands before the decimals.
const pointed = /^(\d{1,3}(?:\.\d{3})+),(\d*)$/
const comma = /^(\d{1,3}(?:,\d{3})+)\.(\d*)$/

/** Reads a number as people write it: `1 234,5`, `1234.5`, `1'234.50`, `-3`. `undefined` when it is not one. */
export function parseDecimal(text: string): Decimal | undefined {
  const [, sign, digits] = /^([+\-−]?)\s*(.*)$/u.exec(cleanLine(text)) ?? []
  if (digits === undefined || !/\d/.test(digits)) return undefined
  const found = spaced.exec(digits) ?? pointed.exec(digits) ?? comma.exec(digits)
  if (!found) return undefined
  const whole = (found[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = (found[2] ?? '').replace(/0+$/, '')
  const isZero = whole === '0' && fraction === ''
  return { negative: !isZero && sign !== '' && sign !== '+', whole, fraction }
}

/** The figures of a number received as JSON; `undefined` when it is not finite or too small to be written in 12 decimals. */
export function decimalOf(value: number): Decimal | undefined {
  const plain = String(value)
  if (!plain.includes('e')) return parseDecimal(plain)
  const fixed = Math.abs(value) < 1 ? value.toFixed(12) : ''
  return Number(fixed) === value ? parseDecimal(fixed) : undefined
}

/** The figures of a candidate: a number, or a text that reads as one. */
export function candidateDecimal(candidate: unknown): Decimal | undefined {
  if (typeof candidate === 'number') return decimalOf(candidate)
  return typeof candidate === 'string' ? parseDecimal(candidate) : undefined
}

/** Plain notation with a point, as stored in cells: `-1234.5`. */
export function plainDecimal({ negative, whole, fraction }: Decimal): string {
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}
