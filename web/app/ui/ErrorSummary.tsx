// SPDX-License-Identifier: MIT
import { useEffect, useRef } from 'react'
import { m } from '../paraglide/messages.js'
import { inputId } from './fields/form-state.ts'
import { Icon } from './icons/Icon.tsx'

/** A sentence and the input it is about; without a path it concerns the whole page. */
export interface PageProblem {
  readonly path?: string
  /** The question it is about. */
  readonly label?: string
  readonly text: string
}

/**
 * All that is to be put right, at the top of the page, each line leading to its field.
 *
 * It takes the focus, as GOV.UK's research advises: read first, by screen readers too. `autofocus` does it on a page
 * without scripts; where scripts run, the page stays and the effect does it, each time the problems change.
 */
export function ErrorSummary({ problems }: { problems: readonly PageProblem[] }) {
  const summary = useRef<HTMLElement>(null)
  const told = problems.map(({ path, text }) => `${path ?? ''} ${text}`).join('\n')
  useEffect(() => {
    if (told !== '') summary.current?.focus()
  }, [told])
  if (problems.length === 0) return null
  return (
    <section
      ref={summary}
      className="errors"
      tabIndex={-1}
      role="alert"
      aria-labelledby="errors-title"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is an answer: its problems are read before its form
      autoFocus
    >
      <h2 id="errors-title">
        <Icon name="alert-circle-filled" />
        {m.ui_problems_title({ count: problems.length })}
      </h2>
      <ul>
        {problems.map(({ path, label, text }) => (
          <li key={`${path ?? ''} ${text}`}>
            {path === undefined ? text : <a href={`#${inputId(path)}`}>{problemLine(label, text)}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** « Description : répondez… »; a question keeps its own mark, « Depuis quand ? Répondez… ». */
export function problemLine(label: string | undefined, problem: string): string {
  if (label === undefined) return problem
  return /[?!.:]$/.test(label) ? `${label} ${problem}` : m.ui_problem_line({ label, problem })
}
