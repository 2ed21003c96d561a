// SPDX-License-Identifier: MIT
import type { ChangeRequest } from '@guichet/server'
import type { DateWords } from '../../ui/dates.ts'

/** A change request with its moments in words: plain data, from loader to page. */
export type ShownChange = ReturnType<typeof shownChange>

export function shownChange(request: ChangeRequest, dates: DateWords) {
  const { proposedAt, dueAt, decisions, fields, ...rest } = request
  return {
    ...rest,
    proposedAt: dates.moment(proposedAt).text,
    dueOn: dueAt ? dates.shortDay(dueAt) : undefined,
    decisions: decisions.map(({ at, ...decision }) => ({ ...decision, at: dates.moment(at).text })),
    fields: fields.map(({ key, label, before, proposed, conflict }) => ({
      key,
      label,
      before,
      proposed,
      conflict: conflict && {
        now: conflict.now,
        by: conflict.by,
        at: conflict.at ? dates.moment(conflict.at).text : undefined,
      },
    })),
  }
}
