// SPDX-License-Identifier: MIT
import type { Origin } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import type { DateWords } from '../../ui/dates.ts'

/** « Repris de votre demande PLS-2026-00042 du 3 novembre 2026 ». */
export function originWords({ from, at, number }: Origin, dates: DateWords): string {
  const date = at === null ? undefined : dates.day(new Date(at))
  if (from === 'account') {
    return date === undefined ? m.filing_origin_account() : m.filing_origin_account_on({ date })
  }
  if (date === undefined) return m.filing_origin_earlier()
  return number === null ? m.filing_origin_earlier_on({ date }) : m.filing_origin_number({ number, date })
}
