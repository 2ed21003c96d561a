// SPDX-License-Identifier: MIT
import type { Field } from '../field-types/registry.ts'
import { fieldType } from '../field-types/registry.ts'
import type { LocalizedText } from '../text/localized.ts'
import type { Solution } from '../solution/solution.ts'
import { expectedTables, sqlType, type Table, type Tables } from './expected-schema.ts'
import type { IndexPlan } from './indexes.ts'
import { planMessages } from './messages.ts'
import { columnName, tableName } from './naming.ts'
import { summarise, type SummaryLine } from './summary.ts'

export type PlannedColumn = { readonly name: string; readonly type: string }

/** What publishing does to the typed tables. Nothing is ever dropped. */
export type PlanStep =
  | { readonly kind: 'create-table'; readonly table: string; readonly columns: readonly PlannedColumn[] }
  | { readonly kind: 'add-column'; readonly table: string; readonly column: PlannedColumn }
  /** The field left the solution; its column and what it holds stay. */
  | { readonly kind: 'keep-column'; readonly table: string; readonly column: string }
  | { readonly kind: 'keep-table'; readonly table: string }
  | { readonly kind: 'create-index'; readonly table: string; readonly index: IndexPlan }

/** A change that would lose or falsify what is stored. Publishing is refused, with the place and the reason. */
export type PlanRefusal = { readonly path: string; readonly message: LocalizedText }

export type Plan = {
  readonly steps: readonly PlanStep[]
  readonly refusals: readonly PlanRefusal[]
  /** What the administrator reads before publishing. */
  readonly summary: readonly SummaryLine[]
}

/**
 * Decides what publishing `after` in place of `before` (`undefined` for a first installation) does.
 *
 * `existing` are the tables as the database has them; by default those that `before` made. It matters for a field
 * that was taken out and comes back: its old column is still there, and must still have the right type.
 */
export function planPublication(before: Solution | undefined, after: Solution, existing?: Tables): Plan {
  const present = existing ?? (before ? expectedTables(before) : new Map<string, Table>())
  const wanted = expectedTables(after)
  const steps = [
    ...[...wanted].flatMap(([name, table]) => tableSteps(name, present.get(name), table)),
    ...[...present.keys()]
      .filter((name) => !wanted.has(name))
      .map((table) => ({ kind: 'keep-table' as const, table })),
  ]
  return { steps, refusals: refusals(before, after, present), summary: summarise(before, after) }
}

function tableSteps(name: string, present: Table | undefined, wanted: Table): PlanStep[] {
  const columns = [...wanted.columns].map(([column, type]) => ({ name: column, type }))
  const steps: PlanStep[] = present
    ? columns
        .filter((column) => !present.columns.has(column.name))
        .map((column) => ({ kind: 'add-column', table: name, column }))
    : [{ kind: 'create-table', table: name, columns }]
  for (const column of present?.columns.keys() ?? []) {
    if (!wanted.columns.has(column)) steps.push({ kind: 'keep-column', table: name, column })
  }
  for (const index of wanted.indexes.values()) {
    if (!present?.indexes.has(index.name)) steps.push({ kind: 'create-index', table: name, index })
  }
  return steps
}

function refusals(before: Solution | undefined, after: Solution, present: Tables): PlanRefusal[] {
  const found: PlanRefusal[] = []
  for (const [collectionKey, collection] of Object.entries(after.collections)) {
    const table = present.get(tableName(`${after.key}.${collectionKey}`))
    for (const [fieldKey, field] of Object.entries(collection.fields)) {
      const path = `collections.${collectionKey}.fields.${fieldKey}`
      const formerField = before?.collections[collectionKey]?.fields[fieldKey]
      const formerType = table?.columns.get(columnName(fieldKey))
      const column = fieldType(field).column(field)
      if (column && formerType && formerType !== sqlType(column)) {
        found.push({ path, message: planMessages.columnTypeChanges(formerType, sqlType(column)) })
      } else if (formerField && losesItsMeaning(formerField, field)) {
        found.push({ path, message: planMessages.meaningChanges() })
      }
    }
  }
  return found
}

/** Same column type, but the stored values would be read as something they are not. */
function losesItsMeaning(before: Field, after: Field): boolean {
  const column = fieldType(after).column(after)
  const isOpaque = column?.sql === 'jsonb' || column?.sql === 'uuid'
  if (isOpaque && before.type !== after.type) return true
  const pointsTo = (field: Field) => ('to' in field ? field.to : undefined)
  return pointsTo(before) !== pointsTo(after)
}
