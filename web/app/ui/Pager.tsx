// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { ButtonLink } from './Button.tsx'

/** Keyset pages: only the next one and the way back are known, never a number of pages. */
export function Pager({ previous, next }: { previous?: string | undefined; next?: string | undefined }) {
  if (previous === undefined && next === undefined) return null
  return (
    <nav className="pager" aria-label={m.ui_pages_label()}>
      {previous !== undefined && (
        <ButtonLink to={previous} icon="chevron-left" rel="prev">
          {m.ui_page_previous()}
        </ButtonLink>
      )}
      {next !== undefined && (
        <ButtonLink to={next} icon="chevron-right" rel="next">
          {m.ui_page_next()}
        </ButtonLink>
      )}
    </nav>
  )
}
