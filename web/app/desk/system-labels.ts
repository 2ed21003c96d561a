// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'

/** Words of the values that entries of every collection have. */
export const systemLabels: Readonly<Record<string, () => string>> = {
  number: m.desk_column_number,
  title: m.desk_column_title,
  state: m.desk_column_state,
  createdAt: m.desk_column_createdAt,
  updatedAt: m.desk_column_updatedAt,
  closedAt: m.desk_column_closedAt,
  owner: m.desk_column_owner,
  legalDueOn: m.clock_column,
}
