// SPDX-License-Identifier: MIT
import { settings } from './settings.ts'

/** The page of the documentation that lists the variables, from the table that reads them. */
export function configurationPage(): string {
  const rows = Object.entries(settings).map(([name, { byDefault, meaning }]) => [
    `\`${name}\``,
    byDefault,
    meaning,
  ])
  return `# Configuration

Everything is read from environment variables, once, at the start. A wrong one stops the start with a sentence that
names it. An empty variable counts as absent. This page is made from \`server/src/platform/config/settings.ts\`:
after a change there, \`npx vitest run --project server -u config\` writes it anew.

${table([['Variable', 'Default', 'Meaning'], ...rows])}
`
}

/** A Markdown table with its columns aligned, as the formatter of the project wants it. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  const widths = head.map((_title, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  return [
    line(head),
    line(
      head.map(() => '-'),
      '-',
    ),
    ...body.map((row) => line(row)),
  ].join('\n')
}
