// SPDX-License-Identifier: MIT
import type { ListLink } from '@guichet/server'
import { addressWith } from '../view-address.ts'

/** The address of the list that a number counts. */
export function listAddress({ solution, view, states = [], filters = {} }: ListLink): string {
  const nothing = { search: '', states: [], filters: {}, late: false }
  return addressWith(
    `/bureau/${solution}/${view}`,
    nothing,
  )({
    states,
    filters: Object.fromEntries(Object.entries(filters).map(([key, value]) => [key, [value]])),
  })
}
