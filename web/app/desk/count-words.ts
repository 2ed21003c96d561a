// SPDX-License-Identifier: MIT
import type { Count } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

/** « 14 demandes », « Plus de 1 000 demandes », in the collection's own words. */
export function countWords({ count, capped }: Count, { one, many }: { one: string; many: string }): string {
  const what = (isOne(count) ? one : many).toLocaleLowerCase(getLocale())
  const words = { count: figures(count), what }
  return capped ? m.desk_count_more(words) : m.desk_count(words)
}

/** French counts nothing as one: « 0 demande ». */
const isOne = (count: number): boolean => new Intl.PluralRules(getLocale()).select(count) === 'one'

/** « 14 », « 999+ ». */
export function countFigures({ count, capped }: Count): string {
  return capped ? m.desk_count_capped({ count: figures(count) }) : figures(count)
}

const figures = (count: number): string => new Intl.NumberFormat(getLocale()).format(count)
