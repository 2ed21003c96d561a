// SPDX-License-Identifier: MIT
import type { ViewColumn } from '@guichet/server'
import { systemLabels } from './system-labels.ts'

/** The word of a column alone. */
export function columnLabel({ key, label }: Pick<ViewColumn, 'key' | 'label'>): string {
  return label ?? systemLabels[key]?.() ?? key
}
