// SPDX-License-Identifier: MIT
import { inLocale, type Locale } from '@guichet/engine'
import type { InstalledProcedure } from './installed-procedures.ts'
import { likeness, searchWords } from './words.ts'

/** What a word counts where it stands. */
const weights = { title: 4, keywords: 4, theme: 2, summary: 2, lead: 1 } as const

type Text = { readonly weight: number; readonly words: readonly string[] }

/**
 * The procedures that a search names, the best first; all of them, as they come, for an empty search.
 *
 * Looks in the title, summary, theme and lead as the reader sees them, and in the keywords of both languages. A
 * procedure is found when it answers at least half of the words: people type sentences.
 */
export function searchProcedures(
  procedures: readonly InstalledProcedure[],
  search: string,
  locale: Locale,
): readonly InstalledProcedure[] {
  const typed = [...new Set(searchWords(search))].slice(0, 12)
  if (typed.length === 0) return search.trim() === '' ? procedures : []
  return procedures
    .map((procedure) => ({ procedure, ...scoreOf(textsOf(procedure, locale), typed) }))
    .filter(({ answered }) => answered * 2 >= typed.length && answered > 0)
    .toSorted((a, b) => b.answered - a.answered || b.score - a.score)
    .map(({ procedure }) => procedure)
}

function scoreOf(texts: readonly Text[], typed: readonly string[]): { answered: number; score: number } {
  const best = typed.map((word) =>
    Math.max(0, ...texts.flatMap(({ weight, words }) => words.map((own) => likeness(word, own) * weight))),
  )
  return {
    answered: best.filter((score) => score > 0).length,
    score: best.reduce((sum, score) => sum + score, 0),
  }
}

function textsOf({ procedure, release }: InstalledProcedure, locale: Locale): Text[] {
  const theme = release.solution.themes?.[procedure.theme]
  return [
    { weight: weights.title, words: searchWords(inLocale(procedure.title, locale)) },
    {
      weight: weights.keywords,
      words: searchWords([...(procedure.keywords?.fr ?? []), ...(procedure.keywords?.en ?? [])].join(' ')),
    },
    { weight: weights.theme, words: theme ? searchWords(inLocale(theme.title, locale)) : [] },
    { weight: weights.summary, words: searchWords(inLocale(procedure.summary, locale)) },
    { weight: weights.lead, words: searchWords(inLocale(procedure.sheet.lead, locale)) },
  ]
}
