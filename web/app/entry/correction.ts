// SPDX-License-Identifier: MIT
import type { FieldView, HistoryLine } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import { type AnswerWords, inWords, valueWords } from './answers.ts'
import { actorName } from './history.ts'

/** A correction asked field by field, with what came of it. Plain data. */
export interface Correction {
  readonly isAnswered: boolean
  /** « Nadia Benaïssa, hier, 16 h 05 ». */
  readonly askedBy: string
  readonly answeredBy: string | undefined
  readonly lines: readonly {
    readonly key: string
    readonly label: string
    readonly word: string | undefined
    readonly before: string
    /** Absent until it is answered, and when nothing changed. */
    readonly after: string | undefined
    readonly hasChanged: boolean
  }[]
}

/** The latest correction asked on named fields; `undefined` when there is none. Made by loaders only. */
export function correctionOf(
  history: readonly HistoryLine[],
  fields: readonly FieldView[],
  words: AnswerWords,
): Correction | undefined {
  const place = history.findIndex(({ transition }) => (transition?.asked.length ?? 0) > 0)
  const asking = history[place]
  if (!asking?.transition) return undefined
  // Newest first: what came after stands before.
  const answer = history.slice(0, place).findLast(({ kind }) => kind === 'entry.moved')
  const by = (line: HistoryLine) =>
    m.ui_history_detail({ actor: actorName(line.actor), at: words.dates.moment(line.at).text })
  return {
    isAnswered: answer !== undefined,
    askedBy: by(asking),
    answeredBy: answer && by(answer),
    lines: asking.transition.asked.map(({ field, label, word }) => {
      const view = fields.find(({ key }) => key === field)
      const change = answer?.changes.find((one) => one.field === field)
      const now = view ? (view.display === '' ? '–' : view.display) : '–'
      const told = view !== undefined && inWords(view.definition)
      return {
        key: field,
        label,
        word: word ?? undefined,
        before: view && change ? (told ? valueWords(view.definition, change.before, words) : '…') : now,
        after: view && change ? (told ? valueWords(view.definition, change.after, words) : now) : undefined,
        hasChanged: change !== undefined,
      }
    }),
  }
}
