// SPDX-License-Identifier: MIT
import type { ViewFilter } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { systemLabels } from '../system-labels.ts'

/** « Responsable », « Reçue ». */
export const filterLabel = ({ key, label }: Pick<ViewFilter, 'key' | 'label'>): string =>
  label ?? systemLabels[key]?.() ?? key

/** « moi ou personne », « du 1er au 30 novembre ». */
export function filterWords(filter: ViewFilter, day: (iso: string) => string): string {
  return filter.chosen
    .map((value) => valueWords(filter, value, day))
    .reduce((one, other) => m.queue_filter_or({ one, other }))
}

/** A value that the filter offers, or that an address holds. */
export function valueWords(filter: ViewFilter, value: string, day: (iso: string) => string): string {
  if (value === 'none') {
    return filter.options.some((option) => option.value === 'me')
      ? m.queue_filter_none()
      : m.queue_filter_empty()
  }
  if (value === 'me') return m.queue_filter_me()
  if (filter.kind === 'boolean') return value === 'true' ? m.queue_filter_yes() : m.queue_filter_no()
  if (filter.kind === 'days') return daysWords(value, day)
  return filter.options.find((option) => option.value === value)?.label ?? '…'
}

function daysWords(value: string, day: (iso: string) => string): string {
  const [from = '', to = from] = value.split('..', 2)
  if (from === to) return m.queue_filter_on({ from: day(from) })
  if (to === '') return m.queue_filter_since({ from: day(from) })
  if (from === '') return m.queue_filter_until({ to: day(to) })
  return m.queue_filter_between({ from: day(from), to: day(to) })
}
