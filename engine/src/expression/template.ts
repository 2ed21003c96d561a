// SPDX-License-Identifier: MIT
import {
  compileExpression,
  type Expression,
  type ExpressionContext,
  type ExpressionOptions,
} from './expression.ts'
import { textOf } from './plain-value.ts'
import type { ExpressionProblem } from './problems.ts'

/** What is wrong in a template: `at` is the offset of the tag, `problem` its places inside the expression. */
export type TemplateProblem = {
  readonly at: number
  readonly expression: string
  readonly problem: ExpressionProblem
}

export type Template = {
  readonly ok: true
  /** What is empty, or cannot be computed, writes nothing; the latter is told to `onProblem`. */
  render(context: ExpressionContext, onProblem?: (problem: TemplateProblem) => void): string
}
export type CompiledTemplate =
  Template | { readonly ok: false; readonly problems: readonly TemplateProblem[] }

export type TemplateOptions = ExpressionOptions & {
  /** How merged values are written: `html` escapes them; the text around the tags is left as it is. */
  readonly escape?: 'html' | 'none'
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly at: number; readonly text: string; readonly expression: Expression }

/** Compiles a text with `{{ expression }}` tags. Every problem is told, not the first only. */
export function compileTemplate(text: string, options: TemplateOptions = {}): CompiledTemplate {
  const { escape = 'none', locale = 'fr', timeZone } = options
  const problems: TemplateProblem[] = []
  const pieces: Piece[] = []
  for (const found of tagsOf(text)) {
    if (found.kind === 'text') pieces.push(found)
    else {
      const compiled = found.problem
        ? { ok: false as const, problem: found.problem }
        : compileExpression(found.text, options)
      if (compiled.ok) pieces.push({ kind: 'tag', at: found.at, text: found.text, expression: compiled })
      else problems.push({ at: found.at, expression: found.text, problem: compiled.problem })
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const written = (value: unknown) => {
    const words = textOf(value, locale, timeZone)
    return escape === 'html' ? escapeHtml(words) : words
  }
  return {
    ok: true,
    render: (context, onProblem) =>
      pieces
        .map((piece) => (piece.kind === 'text' ? piece.text : merged(piece, context, written, onProblem)))
        .join(''),
  }
}

/** Text that HTML shows as it is, between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function merged(
  piece: Extract<Piece, { kind: 'tag' }>,
  context: ExpressionContext,
  written: (value: unknown) => string,
  onProblem: ((problem: TemplateProblem) => void) | undefined,
): string {
  const result = piece.expression.run(context)
  if (result.ok) return written(result.value)
  onProblem?.({ at: piece.at, expression: piece.text, problem: result.problem })
  return ''
}

type FoundTag = {
  readonly kind: 'tag'
  readonly at: number
  readonly text: string
  readonly problem?: ExpressionProblem
}
type FoundText = { readonly kind: 'text'; readonly text: string }

/** The text cut at its tags. Braces inside a quoted text of an expression close nothing. */
function tagsOf(text: string): readonly (FoundTag | FoundText)[] {
  const found: (FoundTag | FoundText)[] = []
  let from = 0
  for (let at = text.indexOf('{{'); at >= 0; at = text.indexOf('{{', from)) {
    if (at > from) found.push({ kind: 'text', text: text.slice(from, at) })
    const inside =
      /^(?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(?!\}\})[^])*/.exec(text.slice(at + 2))?.[0] ?? ''
    const end = at + 2 + inside.length
    const closed = text.startsWith('}}', end)
    const expression = inside.trim()
    const code = closed ? (expression === '' ? 'empty-tag' : undefined) : 'unclosed-tag'
    const tag = { kind: 'tag', at, text: closed ? expression : text.slice(at).slice(0, 40) } as const
    found.push(code ? { ...tag, problem: { code, found: tag.text, start: 0, end: tag.text.length } } : tag)
    from = closed ? end + 2 : text.length
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) })
  return found
}
