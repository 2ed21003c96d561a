// SPDX-License-Identifier: MIT
import type { Count } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'

/** « 14 demandes », « Plus de 1 000 demandes ». */
export function countWords({ count, capped }: Count): string {
  return capped ? m.desk_count_more({ count: figures(count) }) : m.desk_count({ count })
}

/** « 14 », « 999+ ». */
export function countFigures({ count, capped }: Count): string {
  return capped ? m.desk_count_capped({ count: figures(count) }) : figures(count)
}

const figures = (count: number): string => new Intl.NumberFormat(getLocale()).format(count)
