// SPDX-License-Identifier: MIT
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Icon } from './icons/Icon.tsx'

export interface Crumb {
  readonly label: string
  /** Absent for the page one is on. */
  readonly to?: string
}

/** The road from the home page to here. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={m.ui_breadcrumb()}>
      <ol>
        {crumbs.map((crumb, index) => (
          <li key={crumb.label}>
            {index > 0 && <Icon name="chevron-right" />}
            {crumb.to === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <Link to={crumb.to}>{crumb.label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
