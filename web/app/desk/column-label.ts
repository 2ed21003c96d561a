// SPDX-License-Identifier: MIT
import type { ViewColumn } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import { systemLabels } from './system-labels.ts'

/** The word of a column alone. The question says « Votre nom » to who answers it: agents read « Demandeur ». */
export function columnLabel({ key, label, role }: Pick<ViewColumn, 'key' | 'label' | 'role'>): string {
  if (role === 'applicant') return m.desk_column_applicant()
  return label ?? systemLabels[key]?.() ?? key
}
