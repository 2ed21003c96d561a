// SPDX-License-Identifier: MIT
import type { ThemeCount } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/Button.tsx'

interface Props {
  readonly themes: readonly ThemeCount[]
  readonly total: number
  readonly theme: string | undefined
  readonly q: string | undefined
}

/** Shelves of the catalogue: links on a wide screen, a list to unfold on a phone. */
export function ThemeFilter(props: Props) {
  return (
    <>
      <ThemeLinks {...props} />
      <ThemeSelect {...props} />
    </>
  )
}

function ThemeLinks({ themes, total, theme, q }: Props) {
  const shelves = [{ key: undefined, title: m.portal_theme_all(), count: total }, ...themes]
  return (
    <nav className="cat__f" aria-label={m.portal_theme_filter()}>
      <h2>{m.portal_themes()}</h2>
      <ul>
        {shelves.map((shelf) => (
          <li key={shelf.key ?? ''}>
            <Link to={addressOf(shelf.key, q)} aria-current={shelf.key === theme ? 'true' : undefined}>
              <span>{shelf.title}</span>
              <span className="num">{shelf.count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ThemeSelect({ themes, total, theme, q }: Props) {
  return (
    <form className="cat__m" action="/">
      {q !== undefined && <input type="hidden" name="q" value={q} />}
      <label className="label" htmlFor="theme">
        {m.portal_theme()}
      </label>
      <div className="row">
        <select className="input" id="theme" name="theme" defaultValue={theme ?? ''}>
          <option value="">{`${m.portal_theme_all()} (${total})`}</option>
          {themes.map(({ key, title, count }) => (
            <option key={key} value={key}>{`${title} (${count})`}</option>
          ))}
        </select>
        <Button>{m.portal_theme_show()}</Button>
      </div>
    </form>
  )
}

function addressOf(theme: string | undefined, q: string | undefined): string {
  const search = new URLSearchParams({ ...(q !== undefined && { q }), ...(theme !== undefined && { theme }) })
  return search.size === 0 ? '/' : `/?${search.toString()}`
}
