// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { addDays } from '../identifiers/iso-date.ts'

/** How long silence must last: whole months or whole days, never both. */
export const period = z.union([
  z.strictObject({ months: z.int().min(1).max(36) }),
  z.strictObject({ days: z.int().min(1).max(1100) }),
])
export type Period = z.infer<typeof period>

/**
 * The day on which a period that starts on `day` ends. The day it starts on does not count.
 *
 * Months go from a day to the day of the same number, or to the last of the month when there is none (the rule of the
 * Code de procédure civile, art. 641, which administrative courts apply too).
 */
export function endOfPeriod(day: string, lasting: Period): string {
  return 'months' in lasting ? addMonths(day, lasting.months) : addDays(day, lasting.days)
}

/** 31 December and two months is 28 or 29 February. */
export function addMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + months
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const inMonth = Math.min(Number(day.slice(8, 10)), lastDay)
  return new Date(Date.UTC(year, month, inMonth)).toISOString().slice(0, 10)
}

/** Calendar days from one day to another: 0 for the same, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}
