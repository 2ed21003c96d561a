// SPDX-License-Identifier: MIT

/*
 * Patterns are written by administrators and run in a process shared by everybody: one that backtracks without end
 * would stop it (OWASP, "Regular expression denial of service"). They are therefore counted before they are accepted.
 * Together with the limit of 250 characters on the text, what is accepted answers in milliseconds.
 */

/** Longest text that a pattern is tried on. */
const longestText = 250
/** Each way takes several steps: measured, counting double keeps the slowest pattern under a tenth of a second. */
const waysOfWidth = (width: number) => 2 * width
const maxWays = 20_000_000

/**
 * Whether a pattern is a valid regular expression that cannot be made slow by a chosen text.
 *
 * Counts the ways in which a text may be tried: 250 for each `*` or `+`, 4 for each `?` or `|`, 8 for `{2,5}`; they
 * multiply. Refuses more than twenty millions (three `*`, or two and four `?`), a repeated group that has several
 * ways itself, back references and look-arounds.
 */
export function isSafePattern(source: string): boolean {
  try {
    void new RegExp(source, 'u') // alone: `a)|(b` becomes valid between parentheses
  } catch {
    return false
  }
  if (/\\[1-9k]|\(\?(?!:)/.test(source)) return false
  return waysOf(tokensOf(source)) <= maxWays
}

/** Parentheses, bars, quantifiers and single things; the inside of a class does not matter. */
function tokensOf(source: string): string[] {
  return (
    source.match(
      /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|\{\d+(?:,\d*)?\}\??|[*+?]\??|./gsu,
    ) ?? []
  )
}

/** The ways of a whole pattern; infinite when a repeated group has several. */
function waysOf(tokens: readonly string[]): number {
  const open: number[] = []
  let here = 1
  let last = 1
  for (const token of tokens) {
    if (token === '(' || token === '(?:') {
      open.push(here)
      here = 1
    } else if (token === ')') {
      last = here
      here *= open.pop() ?? 1
    } else if (token === '|') here *= waysOfWidth(2)
    else if (/^[*+?{]/.test(token)) here *= waysAdded(token, last)
    else last = 1
  }
  return here
}

/** What a quantifier multiplies the ways by, given those of what it applies to, which are counted once already. */
function waysAdded(quantifier: string, last: number): number {
  if (quantifier.startsWith('?')) return waysOfWidth(2)
  const [, from, comma, to] = /^\{(\d+)(,)?(\d*)\}/.exec(quantifier) ?? []
  if (from !== undefined && comma === undefined) return last ** Math.max(0, Number(from) - 1)
  if (last > 1) return Infinity
  return to ? waysOfWidth(Number(to) - Number(from) + 1) : longestText
}
