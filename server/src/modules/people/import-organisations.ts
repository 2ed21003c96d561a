// SPDX-License-Identifier: MIT
import { type Field, fieldType, fold, type LocalizedText, locales } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { isProblem } from '../../platform/http/problems.ts'
import { createEntry } from '../entries/index.ts'
import { type IdentityForm, identityForm } from './identity-form.ts'
import { importMessages } from './import-messages.ts'
import { organisationsCalled } from './people.queries.ts'
import { directoryOf } from './directory.ts'
import { type CsvLine, readCsv } from './read-csv.ts'

/** What is wrong in a table: the line of the file, the column by its heading, the cell, and why. */
export type ImportFault = {
  readonly line: number
  readonly column: string | null
  readonly cell: string | null
  readonly text: LocalizedText
}

export type Imported =
  | { readonly ok: true; readonly made: number }
  | { readonly ok: false; readonly faults: readonly ImportFault[] }

export const mostLines = 2_000
/** Beyond, a page of faults helps nobody: the first ones are told. */
const mostFaults = 200

/**
 * Enters the organisations of a table in the directory, all of them or none. The headings are the labels of the
 * fields, in either language, or their keys; other columns are refused rather than ignored.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function importOrganisations(context: Context, table: string): Promise<Imported> {
  const form = await identityForm(context, { kind: 'organisation' })
  const lines = readCsv(table)
  if (!lines) return refused([fault(1, importMessages.unclosedQuote)])
  const [header, ...rows] = lines
  if (!header || rows.length === 0) return refused([fault(1, importMessages.empty)])
  if (rows.length > mostLines) return refused([fault(mostLines + 2, importMessages.tooMany(mostLines))])
  const columns = header.cells.map((cell) => columnCalled(form, cell))
  const unknown = header.cells.filter((cell, at) => cell.trim() !== '' && columns[at] === undefined)
  if (unknown.length > 0) {
    const known = form.fields.map(({ field }) => field.label)
    return refused(unknown.map((column) => ({ ...fault(1, importMessages.unknownColumn(known)), column })))
  }
  return context.db
    .transaction()
    .execute(async (tx) => {
      const faults = await enterAll(tx, context, { form, columns, rows })
      if (faults.length > 0) throw new NothingEntered(faults)
      return { ok: true as const, made: rows.length }
    })
    .catch((error: unknown) => {
      if (error instanceof NothingEntered) return refused(error.faults)
      throw error
    })
}

/** Undoes the transaction, and says why. */
class NothingEntered extends Error {
  readonly faults: readonly ImportFault[]
  constructor(faults: readonly ImportFault[]) {
    super('nothing was entered')
    this.faults = faults
  }
}

type Column = { readonly key: string; readonly field: Field } | undefined
type Table = {
  readonly form: IdentityForm
  readonly columns: readonly Column[]
  readonly rows: readonly CsvLine[]
}

async function enterAll(tx: Tx, context: Context, { form, columns, rows }: Table): Promise<ImportFault[]> {
  const directory = await directoryOf(context)
  const nameKey = directory.organisation.fields.name
  const faults: ImportFault[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of rows) {
    if (faults.length >= mostFaults) break
    const values: Record<string, unknown> = {}
    for (const [at, column] of columns.entries()) {
      const cell = cells[at]?.trim() ?? ''
      if (column && cell !== '') values[column.key] = cellValue(column.field, cell)
    }
    const placed = (key: string, text: LocalizedText): ImportFault => {
      const at = columns.findIndex((column) => column?.key === key)
      const column = form.fields.find((one) => one.key === key)?.field.label.fr ?? key
      return { line, column, cell: at === -1 ? null : (cells[at] ?? ''), text }
    }
    const written = values[nameKey]
    const name = typeof written === 'string' ? written : ''
    const former = seen.get(fold(name))
    if (name !== '' && former !== undefined) faults.push(placed(nameKey, importMessages.twice(former)))
    else if (name !== '' && (await organisationsCalled(tx, directory, name)).length > 0)
      faults.push(placed(nameKey, importMessages.known))
    else faults.push(...(await enter(tx, context, form, values, placed)))
    seen.set(fold(name), line)
  }
  return faults
}

async function enter(
  tx: Tx,
  context: Context,
  { collection }: IdentityForm,
  values: Readonly<Record<string, unknown>>,
  placed: (key: string, text: LocalizedText) => ImportFault,
): Promise<ImportFault[]> {
  try {
    await createEntry(context, { collection, values, owner: null }, tx)
    return []
  } catch (error) {
    // Found before anything is written: the transaction goes on, to tell the faults of the other lines.
    if (!isProblem(error, 'invalid-input')) throw error
    return error.data.fields.map(({ path, text }) => placed(path.split('.')[0] ?? path, text))
  }
}

/** What a cell says; a choice by its words as well as by its value. */
function cellValue(field: Field, cell: string): unknown {
  if (field.type === 'choice') {
    const option = field.options.find(({ value, label }) =>
      [value, ...locales.map((locale) => label[locale])].some((words) => fold(words) === fold(cell)),
    )
    return option?.value ?? cell
  }
  // 31/12/2026, as spreadsheets write it.
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell)
  const [, date = '', month = '', year = ''] = day ?? []
  const written =
    field.type === 'date' && day ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : cell
  return fieldType(field).fromCell(written, field)
}

function columnCalled({ fields }: IdentityForm, heading: string): Column {
  const wanted = fold(heading.trim())
  return fields.find(({ key, field }) =>
    [key, field.label.fr, field.label.en].some((words) => fold(words) === wanted),
  )
}

const fault = (line: number, text: LocalizedText): ImportFault => ({ line, column: null, cell: null, text })
const refused = (faults: readonly ImportFault[]): Imported => ({ ok: false, faults })
