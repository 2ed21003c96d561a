// SPDX-License-Identifier: MIT
import type { ViewLink } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Icon, iconNamed } from '../ui/icons/Icon.tsx'
import { countFigures } from './count-words.ts'

/** The views of one's roles, with how many entries wait in each. */
export function ViewMenu({ views, current }: { views: readonly ViewLink[]; current: string }) {
  const groups = Map.groupBy(views, ({ group }) => group ?? m.desk_views_mine())
  return (
    <nav className="side" aria-label={m.desk_views_label()}>
      {[...groups].map(([title, links]) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {links.map((view) => {
              const path = `${view.solution}/${view.key}`
              return (
                <li key={path}>
                  <Link
                    className="side__a"
                    to={`/bureau/${path}`}
                    aria-current={path === current ? 'page' : undefined}
                  >
                    <Icon name={iconNamed(view.icon ?? undefined, 'inbox')} />
                    <span>{view.title}</span>
                    <span className="cnt">{countFigures(view.count)}</span>
                  </Link>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </nav>
  )
}
