// SPDX-License-Identifier: MIT
import { isUuid } from '../identifiers/uuid.ts'
import type { Checked, FormValues } from './field-type.ts'
import { candidateList, readList, writeList } from './lists.ts'
import { equality } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import type { FieldProblem } from './problem.ts'

/** What the types stored as a list of ids have in common. */
export const idList = {
  column: () => ({ sql: 'uuid', array: true }) as const,
  comparable: () => 'id' as const,
  operators: () => equality,
  read: (form: FormValues, name: string) => readList(form, name),
  write: (value: readonly string[] | null, name: string) => writeList(value, name),
  toCell: (value: readonly string[] | null) => (value ?? []).join('; '),
  fromCell: (cell: string) => cell.split(';'),
}

/** Decides a list of ids, each kept once: `wrong` when one is not an id, `tooMany` above `max`. */
export function checkIds(
  candidate: unknown,
  max: number,
  wrong: FieldProblem,
  tooMany: FieldProblem,
): Checked<string[]> {
  const given = candidateList(candidate)
  if (given === undefined) return refused({ code: 'not_a_list' })
  const ids = [...new Set(given.map((id) => id.toLowerCase()))]
  if (ids.length === 0) return nothing
  if (!ids.every(isUuid)) return refused(wrong)
  return ids.length > max ? refused(tooMany) : accepted(ids)
}
