// SPDX-License-Identifier: MIT
import type { HelpBeside } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { HelpButton, HelpPanel } from '../help/HelpPanel.tsx'
import { usePageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'
import { asWhom } from '../ui/as-whom.ts'
import { ActingBanner } from '../ui/ActingBanner.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon, type IconName } from '../ui/icons/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import { useMainFocus } from '../ui/use-main-focus.ts'

interface Place {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** Pages under its address that are another place. */
  readonly but?: string
  /** Rendered by the other space: a new document. */
  readonly leaves?: true
}

/** The rail of spaces, and the page beside it; on a phone a bar with its menu above. */
export function DeskFrame({ help = [], children }: { help?: readonly HelpBeside[]; children: ReactNode }) {
  const { viewer } = usePageFrame()
  useMainFocus()
  const places: Place[] = [
    ...(viewer?.spaces.includes('desk')
      ? [
          {
            to: '/bureau',
            label: m.desk_nav_requests(),
            icon: 'inbox' as const,
            but: '/bureau/tableaux',
          },
        ]
      : []),
    ...(viewer?.hasDashboards
      ? [{ to: '/bureau/tableaux', label: m.desk_nav_dashboards(), icon: 'chart-bar' as const }]
      : []),
    ...(viewer?.spaces.includes('studio')
      ? [
          { to: '/studio', label: m.desk_nav_studio(), icon: 'settings' as const, but: '/studio/envois' },
          { to: '/studio/envois', label: m.desk_nav_outbox(), icon: 'mail-forward' as const },
        ]
      : []),
    { to: '/', label: m.desk_nav_portal(), icon: 'world', leaves: true },
  ]
  return (
    <div className="app">
      <a className="skip" href="#contenu">
        {m.ui_skip()}
      </a>
      <Rail places={places} name={viewer?.name ?? ''} whom={viewer ? asWhom(viewer) : ''} />
      <PhoneBar places={places} />
      <div>
        <ActingBanner />
        {children}
      </div>
      <HelpPanel sections={help} stays />
    </div>
  )
}

function Rail({ places, name, whom }: { places: readonly Place[]; name: string; whom: string }) {
  return (
    <nav className="rail" aria-label={m.desk_nav_label()}>
      <a className="rail__mark" href="/" aria-label={m.desk_home()}>
        <Mark />
      </a>
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
      <ul>
        <li>
          <HelpButton className="rail__help" />
        </li>
        <li>
          <a href="/compte">
            <Avatar name={name} />
            <span className="vh">{`${m.desk_nav_account()}, ${whom}`}</span>
          </a>
        </li>
      </ul>
    </nav>
  )
}

function PhoneBar({ places }: { places: readonly Place[] }) {
  return (
    <nav className="m-bar" aria-label={m.desk_nav_label()}>
      <details>
        <summary className="btn btn--icon" aria-label={m.ui_menu()}>
          <Icon name="menu-2" />
        </summary>
        <ul>
          {[
            ...places,
            { to: '/compte', label: m.desk_nav_account(), icon: 'user', leaves: true } as const,
          ].map((place) => (
            <li key={place.to}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      </details>
      <b>{usePageFrame().tenant.name}</b>
      <HelpButton className="btn btn--icon">
        <span className="vh">{m.help_open()}</span>
      </HelpButton>
    </nav>
  )
}

function PlaceLink({ place: { to, label, icon, but, leaves } }: { place: Place }) {
  const { pathname } = useLocation()
  const words = (
    <>
      <Icon name={icon} />
      <span>{label}</span>
    </>
  )
  if (leaves) return <a href={to}>{words}</a>
  const isElsewhere = but !== undefined && pathname.startsWith(but)
  return isElsewhere ? <Link to={to}>{words}</Link> : <NavLink to={to}>{words}</NavLink>
}
