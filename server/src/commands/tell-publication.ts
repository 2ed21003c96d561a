// SPDX-License-Identifier: MIT
import type { CheckProblem, Locale, Plan, PlanStep, Solution, SummaryLine } from '@guichet/engine'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import { placeLine } from '../platform/cli/tell-failure.ts'
import { changeNames, partNames, solutionMessages, stepNames } from './solution-messages.ts'

/** What a check found, told; refuses a solution with an error. */
export function tellProblems({ key }: Solution, problems: readonly CheckProblem[]): string[] {
  const lines = (severity: CheckProblem['severity']) =>
    problems
      .filter((found) => found.severity === severity)
      .map(({ path, message }) => placeLine(path, message))
  const errors = lines('error')
  const doubts = lines('warning')
  const told = doubts.length > 0 ? [inBoth(solutionMessages.doubts), ...doubts] : []
  if (errors.length > 0) {
    throw new Refused(solutionMessages.faulty, { key, errors: errors.length }, [...errors, ...told])
  }
  return [inBoth(solutionMessages.sound, { key }), ...told]
}

/** What publishing would change, told; refuses a plan that would lose data. */
export function tellPlan({ key }: Solution, { summary, steps, refusals }: Plan): string[] {
  if (refusals.length > 0) {
    const places = refusals.map(({ path, message }) => placeLine(path, message))
    throw new Refused(solutionMessages['loses-data'], { key }, places)
  }
  const done = steps.flatMap(stepLine)
  if (summary.length === 0 && done.length === 0) {
    return [inBoth(solutionMessages['nothing-changes'], { key })]
  }
  return [
    inBoth(solutionMessages.plan, { key }),
    ...summary.map(summaryLine),
    ...(done.length > 0 ? [inBoth(solutionMessages.tables), ...done] : []),
  ]
}

/** `champ « Objet » : ajouté`, under its place, in both languages. */
function summaryLine({ change, part, path, title }: SummaryLine): string {
  const { fr, en } = title ? solutionMessages['titled-change'] : solutionMessages.change
  const fill = (text: string, locale: Locale) =>
    text
      .replace('{part}', partNames[part][locale])
      .replace('{title}', title?.[locale] ?? '')
      .replace('{change}', changeNames[change][locale])
  return placeLine(path, { fr: fill(fr, 'fr'), en: fill(en, 'en') })
}

/** Indexes that are there already are planned all the same: only those of new tables say something. */
function stepLine(step: PlanStep): string[] {
  switch (step.kind) {
    case 'create-table':
      return [indented(step.kind, `data.${step.table}`)]
    case 'add-column':
      return [indented(step.kind, `data.${step.table}.${step.column.name}`)]
    case 'create-index':
    case 'keep-column':
    case 'keep-table':
      return []
  }
}

function indented(kind: keyof typeof stepNames, what: string): string {
  return `  ${inBoth(stepNames[kind], { what }).replace('\n', '\n  ')}`
}
