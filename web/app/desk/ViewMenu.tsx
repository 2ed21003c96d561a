// SPDX-License-Identifier: MIT
import type { Count, SavedView, ViewLink } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Icon, iconNamed, type IconName } from '../ui/icons/Icon.tsx'
import { countFigures } from './count-words.ts'
import { savedPath } from './queue/saved-path.ts'

interface Props {
  readonly views: readonly ViewLink[]
  readonly saved: readonly SavedView[]
  readonly current: string
  /** The kept view being read. */
  readonly currentSaved: string | undefined
  readonly children?: ReactNode
}

/** The views of one's roles, then those kept under a name, with how many entries wait in each. */
export function ViewMenu({ views, saved, current, currentSaved, children }: Props) {
  const groups = Map.groupBy(views, ({ group }) => group ?? m.desk_views_mine())
  const kept = Map.groupBy(saved, ({ sharedWith }) => sharedWith)
  return (
    <nav className="side" aria-label={m.desk_views_label()}>
      {[...groups].map(([title, links]) => (
        <Section key={title} title={title}>
          {links.map((view) => {
            const path = `${view.solution}/${view.key}`
            return (
              <Item
                key={path}
                to={`/bureau/${path}`}
                isCurrent={currentSaved === undefined && path === current}
                icon={iconNamed(view.icon ?? undefined, 'inbox')}
                title={view.title}
                count={view.count}
              />
            )
          })}
        </Section>
      ))}
      {[...kept].map(([sharedWith, links]) => (
        <Section key={sharedWith ?? ''} title={sharedWith ?? m.saved_mine()}>
          {links.map((view) => (
            <Item
              key={view.id}
              to={savedPath(view)}
              isCurrent={view.id === currentSaved}
              icon="filter"
              title={view.title}
              count={view.count}
            />
          ))}
        </Section>
      ))}
      {children}
    </nav>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  )
}

interface ItemProps {
  readonly to: string
  readonly isCurrent: boolean
  readonly icon: IconName
  readonly title: string
  readonly count: Count
}

function Item({ to, isCurrent, icon, title, count }: ItemProps) {
  return (
    <li>
      <Link className="side__a" to={to} aria-current={isCurrent ? 'page' : undefined}>
        <Icon name={icon} />
        <span>{title}</span>
        <span className="cnt">{countFigures(count)}</span>
      </Link>
    </li>
  )
}
