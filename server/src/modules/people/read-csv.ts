// SPDX-License-Identifier: MIT

/** One line of a table, with its number in the file (from 1: the header is line 1). */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] }

/**
 * Reads a table of values (RFC 4180), its separator taken from the first line: semicolon, comma or tab. Empty lines
 * are left out; a quoted cell may hold separators and line breaks. `undefined` when a quote is never closed.
 */
export function readCsv(text: string): CsvLine[] | undefined {
  const content = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(content)
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let startedAt = 1
  const endLine = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) lines.push({ line: startedAt, cells })
    cells = []
    cell = ''
    startedAt = line
  }
  for (let at = 0; at < content.length; at += 1) {
    const sign = content.charAt(at)
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (content.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (sign === '\n') endLine()
    else if (sign !== '\r') cell += sign
  }
  if (quoted) return undefined
  endLine()
  return lines
}

function separatorOf(content: string): string {
  const first = content.split('\n', 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}
