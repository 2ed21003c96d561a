// SPDX-License-Identifier: MIT

/** A run of text, merged, not yet escaped. */
export type Run = { readonly text: string; readonly bold: boolean }
/** A line of runs; lines of one paragraph follow one another. */
export type Line = readonly Run[]
export type Block = {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'note'
  readonly lines: readonly Line[]
}

/** A template's text cut into blocks, lines and runs, before anything is merged into it. */
export function parseBlocks(text: string): readonly Block[] {
  return text
    .split(/\n[ \t]*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(parseBlock)
}

function parseBlock(paragraph: string): Block {
  const lines = paragraph.split('\n').map((line) => line.trim())
  const marks = [
    ['# ', 'heading'],
    ['> ', 'note'],
    ['- ', 'list'],
  ] as const
  for (const [mark, kind] of marks) {
    if (!lines.every((line) => line.startsWith(mark))) continue
    return { kind, lines: lines.map((line) => parseLine(line.slice(mark.length))) }
  }
  return { kind: 'paragraph', lines: lines.map(parseLine) }
}

/** `**` opens and closes bold, but inside a tag; one that is never closed is written as it is. */
function parseLine(line: string): Line {
  const pieces = line.split(/(\{\{.*?\}\})/u)
  const runs: { text: string; bold: boolean }[] = [{ text: '', bold: false }]
  for (const [position, piece] of pieces.entries()) {
    for (const [index, part] of (position % 2 === 1 ? [piece] : piece.split('**')).entries()) {
      const last = runs.at(-1)
      if (index > 0) runs.push({ text: part, bold: last?.bold !== true })
      else if (last) last.text += part
    }
  }
  const last = runs.at(-1)
  if (last?.bold) {
    runs.pop()
    runs.push({ text: `**${last.text}`, bold: false })
  }
  return runs.filter((run) => run.text !== '')
}

/** The blocks without runs, lines and blocks that merging left empty. */
export function withoutEmpty(blocks: readonly Block[]): readonly Block[] {
  return blocks
    .map((block) => ({
      ...block,
      lines: block.lines.filter((line) => line.some((run) => run.text.trim() !== '')),
    }))
    .filter((block) => block.lines.length > 0)
}

export function lineText(line: Line): string {
  return line.map((run) => run.text).join('')
}
