// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Icon, type IconName } from '../ui/icons/Icon.tsx'
import { PageTitle } from '../ui/PageTitle.tsx'

interface StudioLink {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** Only its own address is current, not those under it. */
  readonly end?: true
}

/** A page of the studio: its title, the menu of the studio, the rest. */
export function StudioPage({
  title,
  lead,
  actions,
  wrong = false,
  wide = false,
  children,
}: {
  title: string
  lead?: string | undefined
  actions?: ReactNode
  /** The page answers with problems: its title says so first. */
  wrong?: boolean
  /** As wide as the window lets it, for a list or a page in two columns. */
  wide?: boolean
  children: ReactNode
}) {
  return (
    <div className="desk2">
      <StudioMenu />
      <main id="contenu" tabIndex={-1} className={wide ? 'qmain' : 'qmain studio'}>
        <PageTitle title={title} wrong={wrong} />
        <div className="row between row--wrap studio__h">
          <h1>{title}</h1>
          {actions !== undefined && <div className="row row--wrap">{actions}</div>}
        </div>
        {lead !== undefined && <p className="muted studio__lead">{lead}</p>}
        {children}
      </main>
    </div>
  )
}

function StudioMenu() {
  const groups: readonly (readonly [string, readonly StudioLink[]])[] = [
    [
      m.studio_menu_body(),
      [
        { to: '/studio', label: m.studio_home_title(), icon: 'list-check', end: true },
        { to: '/studio/reglages', label: m.studio_body_title(), icon: 'building-community', end: true },
        { to: '/studio/reglages/apparence', label: m.studio_look_title(), icon: 'palette' },
        { to: '/studio/reglages/securite', label: m.security_settings_title(), icon: 'shield-lock' },
      ],
    ],
    [
      m.studio_menu_people(),
      [
        { to: '/studio/acteurs', label: m.studio_actors_title(), icon: 'address-book' },
        { to: '/studio/agents', label: m.studio_agents_title(), icon: 'users-group' },
        { to: '/studio/territoires', label: m.people_territories(), icon: 'map-pin' },
        { to: '/studio/droits/journal', label: m.rights_title(), icon: 'history' },
        { to: '/studio/connexion', label: m.studio_providers_title(), icon: 'lock' },
      ],
    ],
    [
      m.studio_menu_solutions(),
      [
        { to: '/studio/demarches', label: m.studio_procedures_title(), icon: 'checklist' },
        { to: '/studio/messages', label: m.studio_templates_title(), icon: 'template' },
      ],
    ],
    [m.studio_menu_sent(), [{ to: '/studio/envois', label: m.desk_outbox_title(), icon: 'mail-forward' }]],
  ]
  return (
    <nav className="side" aria-label={m.studio_menu()}>
      {groups.map(([title, links]) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {links.map(({ to, label, icon, end = false }) => (
              <li key={to}>
                <NavLink className="side__a" to={to} end={end}>
                  <Icon name={icon} />
                  <span>{label}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
