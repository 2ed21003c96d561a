// SPDX-License-Identifier: MIT
import type { SavedView } from '@guichet/server'
import { addressWith } from '../view-address.ts'

/** The address of a kept view: the view it narrows, as it was narrowed, and which it is. */
export function savedPath({ id, solution, view, asked }: SavedView): string {
  const { search = '', states = [], filters = {}, late = false, columns, sort } = asked
  const link = addressWith(`/bureau/${solution}/${view}`, {
    search,
    states,
    filters,
    late,
    ...(columns && { columns }),
    ...(sort && { sort }),
  })({})
  return `${link}${link.includes('?') ? '&' : '?'}vue=${id}`
}
