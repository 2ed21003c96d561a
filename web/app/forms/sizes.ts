// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

/** « 2,4 Mo », « 184 Ko ». */
export function sizeWords(bytes: number): string {
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(getLocale(), { maximumFractionDigits: digits }).format(value)
  if (bytes >= 1_000_000) return m.ui_bytes_mb({ size: number(bytes / 1_000_000, 1) })
  return m.ui_bytes_kb({ size: number(Math.max(1, bytes / 1000), 0) })
}
