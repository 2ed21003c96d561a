// SPDX-License-Identifier: MIT
import type { ViewRow } from '@guichet/server'
import type { DateWords } from '../ui/dates.ts'
import type { ShownState } from '../ui/StateBadge.tsx'

/** A row whose dates are in words. */
export interface ShownRow {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly state: ShownState | undefined
  readonly dates: Readonly<Record<'createdAt' | 'updatedAt' | 'closedAt', string>>
  readonly waitingDays: number | null
  readonly late: boolean
  readonly cells: Readonly<Record<string, string>>
  readonly transitions: readonly string[]
}

export function shownRows(rows: readonly ViewRow[], dates: DateWords): ShownRow[] {
  return rows.map(({ state, createdAt, updatedAt, closedAt, ...row }) => ({
    ...row,
    state: state ? { label: state.label, tone: state.tone, icon: state.icon ?? undefined } : undefined,
    dates: {
      createdAt: dates.shortDay(createdAt),
      updatedAt: dates.shortDay(updatedAt),
      closedAt: closedAt ? dates.shortDay(closedAt) : '–',
    },
  }))
}
