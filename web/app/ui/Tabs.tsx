// SPDX-License-Identifier: MIT
import { Link } from 'react-router'

export interface Tab {
  readonly label: string
  readonly to: string
  readonly current: boolean
  readonly count?: number | undefined
}

/** Parts of one entry, each with its own address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={tab.current ? 'page' : undefined} preventScrollReset>
              {tab.label}
              {tab.count !== undefined && tab.count > 0 && <span className="cnt">{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
