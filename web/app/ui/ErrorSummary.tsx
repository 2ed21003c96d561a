// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { inputId } from './fields/form-state.ts'
import { Icon } from './icons/Icon.tsx'

/** A sentence and the input it is about; without a path it concerns the whole page. */
export interface PageProblem {
  readonly path?: string
  readonly text: string
}

/**
 * All that is to be put right, at the top of the page, each line leading to its field.
 * The page opens on it (`autofocus`), as GOV.UK's research advises: read first, by screen readers too.
 */
export function ErrorSummary({ problems }: { problems: readonly PageProblem[] }) {
  if (problems.length === 0) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is an answer: its problems are read before its form
    <section className="errors" tabIndex={-1} role="alert" aria-labelledby="errors-title" autoFocus>
      <h2 id="errors-title">
        <Icon name="alert-circle-filled" />
        {m.ui_problems_title({ count: problems.length })}
      </h2>
      <ul>
        {problems.map(({ path, text }) => (
          <li key={`${path ?? ''} ${text}`}>
            {path === undefined ? text : <a href={`#${inputId(path)}`}>{text}</a>}
          </li>
        ))}
      </ul>
    </section>
  )
}
