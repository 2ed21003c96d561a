// SPDX-License-Identifier: MIT
import type { IndexPlan } from './indexes.ts'
import type { Plan, PlannedColumn, PlanStep } from './plan.ts'

/**
 * The SQL of a plan, one statement an item, to run in one transaction.
 *
 * Names and types come from a checked solution only; they are quoted all the same. Columns and indexes are made
 * `if not exists`, so that a publication cut short can be run again.
 */
export function planToSql(plan: Pick<Plan, 'steps'>): readonly string[] {
  return plan.steps.flatMap(stepToSql)
}

function stepToSql(step: PlanStep): readonly string[] {
  switch (step.kind) {
    case 'create-table':
      return [
        `create table if not exists ${qualified(step.table)} (\n  ${step.columns.map(columnSql).join(',\n  ')}\n)`,
      ]
    case 'add-column':
      return [`alter table ${qualified(step.table)} add column if not exists ${columnSql(step.column)}`]
    case 'create-index':
      return [indexSql(step.table, step.index)]
    case 'keep-column':
    case 'keep-table':
      return []
  }
}

/** The column of a field is never `not null`: its values stay empty until someone writes them. */
function columnSql(column: PlannedColumn): string {
  const key = column.name === 'id' ? ' primary key references public.entries (id)' : ''
  const needed = column.name === 'created_at' || column.name === 'updated_at' ? ' not null' : ''
  return `${quoted(column.name)} ${column.type}${key}${needed}`
}

function indexSql(table: string, index: IndexPlan): string {
  return (
    `create index if not exists ${quoted(index.name)} on ${qualified(table)} ` +
    `using ${index.method} (${indexedSql(index)}) ` +
    `where deleted_at is null${index.openOnly ? ' and closed_at is null' : ''}`
  )
}

function indexedSql({ columns, part, soonest }: IndexPlan): string {
  const names = columns.map(quoted)
  if (part) return `(${names.join(', ')} ->> '${part.replaceAll("'", "''")}')`
  if (!soonest) return names.join(', ')
  // `list-sort.ts` writes the same expression: it must stay the same for the index to be used.
  return `(case when closed_at is null then least(${names.slice(0, -1).join(', ')}) end), ${names.at(-1)}`
}

function qualified(table: string): string {
  return `data.${quoted(table)}`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
