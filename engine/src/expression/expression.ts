// SPDX-License-Identifier: MIT
import { Environment, type ASTNode, type ParseResult } from '@marcbachmann/cel-js'
import type { Locale } from '../text/localized.ts'
import { registerFunctions, type Wording } from './functions.ts'
import { plainValue } from './plain-value.ts'
import type { ExpressionProblem } from './problems.ts'
import { calledFunctions, unknownName, type VariableShape } from './shape.ts'

export type ExpressionContext = Readonly<Record<string, unknown>>

/** `value` is plain data, `null` when the expression comes to nothing (an operand is empty). */
export type Evaluated =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: ExpressionProblem }

export type Expression = { readonly ok: true; run(context: ExpressionContext): Evaluated }
export type CompiledExpression = Expression | { readonly ok: false; readonly problem: ExpressionProblem }

export type ExpressionOptions = {
  /** Any other name is refused. Without it every name is let through. */
  readonly variables?: VariableShape
  /** Language and time zone of `date(…)`, `money(…)`…: French and Europe/Paris unless given. */
  readonly locale?: Locale
  readonly timeZone?: string
  /** Compiled expressions already met: one per compiled solution. */
  readonly cache?: ExpressionCache
}

/** Longer texts are refused before they are parsed. */
const maximumLength = 2000

/**
 * Parses a CEL expression and checks its names and types.
 *
 * Running it never throws. An operand that is empty, or a key that is missing, makes the whole expression empty;
 * `orElse(x, y)` is there to say otherwise. No expression can loop, reach outside its context, or match a regular
 * expression (`matches` is refused: some patterns take for ever).
 */
export function compileExpression(text: string, options: ExpressionOptions = {}): CompiledExpression {
  const { variables, locale = 'fr', timeZone = 'Europe/Paris', cache } = options
  const wording = { locale, timeZone }
  const parsed = cache ? cache.parse(text, wording) : parseIn(languageFor(wording), text)
  const unknown = parsed.ok && variables && unknownName(parsed.ast, variables)
  if (unknown) {
    const { name, start, end } = unknown
    return { ok: false, problem: { code: 'unknown-name', found: name, start, end } }
  }
  return parsed
}

/** Keeps the most recently used expressions, up to a number. */
export type ExpressionCache = { parse(text: string, wording: Wording): Parsed }

export function expressionCache(maximum = 500): ExpressionCache {
  const kept = new Map<string, Parsed>()
  return {
    parse(text, wording) {
      const key = `${wording.locale} ${wording.timeZone} ${text}`
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const parsed = parseIn(languageFor(wording), text)
      kept.set(key, parsed)
      const oldest = kept.keys().next()
      if (kept.size > maximum && !oldest.done) kept.delete(oldest.value)
      return parsed
    },
  }
}

type Parsed =
  (Expression & { readonly ast: ASTNode }) | { readonly ok: false; readonly problem: ExpressionProblem }

/** What expressions are parsed with. */
type Language = { readonly environment: Environment; readonly functions: ReadonlySet<string> }

const languages = new Map<string, Language>()

/** Making a language costs a hundred times more than parsing with it, and it never changes. */
function languageFor(wording: Wording): Language {
  const name = `${wording.locale} ${wording.timeZone}`
  const known = languages.get(name)
  if (known) return known
  const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  registerFunctions(environment, wording)
  const functions = new Set(environment.getDefinitions().functions.map((definition) => definition.name))
  functions.delete('matches')
  const language = { environment, functions }
  languages.set(name, language)
  return language
}

function parseIn({ environment, functions }: Language, text: string): Parsed {
  if (text.length > maximumLength) {
    return { ok: false, problem: { code: 'too-long', found: '', start: maximumLength, end: text.length } }
  }
  let parsed: ParseResult
  try {
    parsed = environment.parse(text)
  } catch (error) {
    return { ok: false, problem: problemAt('syntax', error, text) }
  }
  const stranger = calledFunctions(parsed.ast).find((call) => !functions.has(call.name))
  if (stranger) {
    return {
      ok: false,
      problem: { code: 'unknown-function', found: stranger.name, start: stranger.start, end: stranger.end },
    }
  }
  const checked = parsed.check()
  if (!checked.valid) return { ok: false, problem: problemAt('wrong-type', checked.error, text) }
  return { ok: true, ast: parsed.ast, run: (context) => evaluate(parsed, context, text) }
}

function evaluate(parsed: ParseResult, context: ExpressionContext, text: string): Evaluated {
  try {
    const value = plainValue(parsed(context))
    if (typeof value === 'number' && !Number.isFinite(value)) {
      return { ok: false, problem: { code: 'division-by-zero', found: text, start: 0, end: text.length } }
    }
    return { ok: true, value }
  } catch (error) {
    if (comesToNothing(error)) return { ok: true, value: null }
    const code = codeOf(error) === 'division_by_zero' ? 'division-by-zero' : 'wrong-type'
    return { ok: false, problem: problemAt(code, error, text) }
  }
}

/** A missing key or item, or an operation on an empty value: the library names the type `null` in its summary. */
function comesToNothing(error: unknown): boolean {
  const code = codeOf(error)
  if (code === 'no_such_key' || code === 'index_out_of_bounds') return true
  return isObject(error) && typeof error['summary'] === 'string' && /\bnull\b/.test(error['summary'])
}

function codeOf(error: unknown): unknown {
  return isObject(error) ? error['code'] : undefined
}

function problemAt(code: ExpressionProblem['code'], error: unknown, text: string): ExpressionProblem {
  const range = isObject(error) && isObject(error['range']) ? error['range'] : {}
  const start = typeof range['start'] === 'number' ? range['start'] : 0
  const end = typeof range['end'] === 'number' && range['end'] > start ? range['end'] : text.length
  return { code, found: text.slice(start, end), start, end }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
