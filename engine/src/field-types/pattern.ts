// SPDX-License-Identifier: MIT

/*
 * Patterns are written by administrators and run in a process shared by everybody: one that backtracks without end
 * would stop it (OWASP, "Regular expression denial of service"). They are therefore counted before they are accepted.
 * Together with the limit of 250 characters on the text, what is accepted answers in milliseconds.
 */

type Cost = { readonly repeats: number; readonly choices: number }

const maxRepeats = 3
const maxChoices = 12

/**
 * Whether a pattern is a valid regular expression that cannot be made slow by a chosen text.
 *
 * Refuses: back references and look-arounds; a repeated group (`*`, `+`, `{2,5}`) that holds a repetition, an option or
 * an alternative; more than three repetitions or twelve options and alternatives, a group repeated exactly n times
 * counting n times.
 */
export function isSafePattern(source: string): boolean {
  try {
    void new RegExp(source, 'u') // alone: `a)|(b` becomes valid between parentheses
  } catch {
    return false
  }
  if (/\\[1-9k]|\(\?(?!:)/.test(source)) return false
  const cost = costOf(tokensOf(source))
  return cost !== undefined && cost.repeats <= maxRepeats && cost.choices <= maxChoices
}

/** Parentheses, bars, quantifiers and single things; the inside of a class does not matter. */
function tokensOf(source: string): string[] {
  return (
    source.match(
      /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|\{\d+(?:,\d*)?\}\??|[*+?]\??|./gsu,
    ) ?? []
  )
}

function costOf(tokens: readonly string[]): Cost | undefined {
  const open: Cost[] = []
  let here: Cost = { repeats: 0, choices: 0 }
  let last: Cost = here
  for (const token of tokens) {
    if (token === '(' || token === '(?:') {
      open.push(here)
      here = { repeats: 0, choices: 0 }
    } else if (token === ')') {
      last = here
      here = sum(open.pop() ?? here, last)
    } else if (token === '|') {
      here = sum(here, { repeats: 0, choices: 1 })
    } else if (/^[*+?{]/.test(token)) {
      const added = addedBy(token, last)
      if (!added) return undefined
      here = sum(here, added)
    } else {
      last = { repeats: 0, choices: 0 }
    }
  }
  return here
}

/** What a quantifier adds to what it applies to; `undefined`: refused. */
function addedBy(quantifier: string, last: Cost): Cost | undefined {
  if (quantifier.startsWith('?')) return { repeats: 0, choices: 1 }
  const exactly = /^\{(\d+)\}/.exec(quantifier)
  if (exactly) {
    const more = Number(exactly[1]) - 1
    return more < 0
      ? { repeats: 0, choices: 0 }
      : { repeats: last.repeats * more, choices: last.choices * more }
  }
  return last.repeats + last.choices > 0 ? undefined : { repeats: 1, choices: 0 }
}

function sum(a: Cost, b: Cost): Cost {
  return { repeats: a.repeats + b.repeats, choices: a.choices + b.choices }
}
