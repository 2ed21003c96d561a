// SPDX-License-Identifier: MIT

/** A line of a CSV file with its number in the file, counted from 1. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] }

/**
 * The lines of a CSV file (RFC 4180), empty ones left out. The separator is the one that the first line uses most; a
 * byte-order mark is dropped; bytes that are no UTF-8 are read as Windows-1252, which French spreadsheets still write.
 */
export function csvLines(content: Uint8Array): CsvLine[] {
  const text = decoded(content)
  const first = text.slice(0, (text.indexOf('\n') + 1 || text.length + 1) - 1)
  const separator =
    [';', ',', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';'
  return linesOf(text, separator).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('windows-1252').decode(content)
  }
}

function linesOf(text: string, separator: string): CsvLine[] {
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let begunAt = 1
  const endCell = () => {
    cells.push(cell)
    cell = ''
  }
  const endLine = () => {
    endCell()
    lines.push({ line: begunAt, cells })
    cells = []
    begunAt = line
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) endCell()
    else if (sign === '\n') endLine()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || cells.length > 0) endLine()
  return lines
}
