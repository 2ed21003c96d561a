// SPDX-License-Identifier: MIT
import type { BackedUpTable } from './manifest.ts'

const nameOf = ({ schema, name }: BackedUpTable) => `${schema}.${name}`

/** The tables in an order in which their rows may be written: those referred to before those that refer to them. */
export function inOrderOfReference(
  tables: readonly BackedUpTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): BackedUpTable[] {
  const ordered: BackedUpTable[] = []
  const place = (table: BackedUpTable, waiting: readonly string[]) => {
    if (ordered.includes(table)) return
    if (waiting.includes(nameOf(table))) {
      throw new Error(`tables refer to each other in a circle: ${[...waiting, nameOf(table)].join(' → ')}`)
    }
    for (const { to } of references.filter(({ from }) => from === nameOf(table))) {
      const referred = tables.find((one) => nameOf(one) === to)
      if (referred) place(referred, [...waiting, nameOf(table)])
    }
    ordered.push(table)
  }
  for (const table of tables) place(table, [])
  return ordered
}
