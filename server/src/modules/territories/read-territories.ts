// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'

/** A territory as its kind and code name it: `commune 13001`. */
export type TerritoryName = { readonly kind: string; readonly code: string }

/** One line of a file of territories. */
export type ReadTerritory = TerritoryName & {
  readonly line: number
  readonly name: string
  /** What it lies in: the first of these that is known. Empty for one at the top. */
  readonly parents: readonly TerritoryName[]
}

type Cells = (column: string) => string
type Format = {
  /** Headings that tell this file from the others, folded. */
  readonly columns: readonly string[]
  /** `undefined` for a line that is none of ours: a former commune. */
  readonly read: (cell: Cells) => Omit<ReadTerritory, 'line'> | undefined
}

const inside = (...parents: readonly (readonly [string, string])[]): TerritoryName[] =>
  parents.flatMap(([kind, code]) => (code === '' ? [] : [{ kind, code }]))

/**
 * The files of the official geographic code (Code officiel géographique, INSEE), by their headings as of 2024, and a plain
 * table for what it lacks, such as education authorities. The most telling comes first: the headings of one are among
 * those of another.
 */
const formats: readonly Format[] = [
  {
    columns: ['typecom', 'com', 'dep', 'libelle'],
    read: (cell) => {
      const type = cell('typecom')
      // The others are former communes, delegated or associated, without a council of their own.
      if (type !== 'COM' && type !== 'ARM') return undefined
      const parents =
        type === 'ARM'
          ? inside(['commune', cell('comparent')])
          : inside(['canton', cell('can')], ['department', cell('dep')])
      return { kind: 'commune', code: cell('com'), name: cell('libelle'), parents }
    },
  },
  {
    columns: ['can', 'typect', 'dep', 'libelle'],
    read: (cell) => ({
      kind: 'canton',
      code: cell('can'),
      name: cell('libelle'),
      parents: inside(['department', cell('dep')]),
    }),
  },
  {
    columns: ['dep', 'cheflieu', 'reg', 'libelle'],
    read: (cell) => ({
      kind: 'department',
      code: cell('dep'),
      name: cell('libelle'),
      parents: inside(['region', cell('reg')]),
    }),
  },
  {
    columns: ['reg', 'cheflieu', 'libelle'],
    read: (cell) => ({ kind: 'region', code: cell('reg'), name: cell('libelle'), parents: [] }),
  },
  { columns: ['nature', 'code', 'nom'], read: plain('nature', 'nom', 'nature_parent', 'code_parent') },
  { columns: ['kind', 'code', 'name'], read: plain('kind', 'name', 'parent_kind', 'parent_code') },
]

function plain(kind: string, name: string, parentKind: string, parentCode: string): Format['read'] {
  return (cell) => ({
    kind: cell(kind),
    code: cell('code'),
    name: cell(name),
    parents: inside([cell(parentKind), cell(parentCode)]),
  })
}

export type Line = { readonly line: number; readonly cells: readonly string[] }

/** The territories of a file; `undefined` when its headings are those of no format. */
export function readTerritories([header, ...lines]: readonly Line[]): ReadTerritory[] | undefined {
  const headings = (header?.cells ?? []).map((cell) => fold(cell.trim()))
  const format = formats.find(({ columns }) => columns.every((column) => headings.includes(column)))
  if (!format) return undefined
  const places = new Map(headings.map((heading, at) => [heading, at]))
  return lines.flatMap(({ line, cells }) => {
    const cell: Cells = (column) => cells[places.get(column) ?? -1]?.trim() ?? ''
    const read = format.read(cell)
    return read ? [{ line, ...read }] : []
  })
}
