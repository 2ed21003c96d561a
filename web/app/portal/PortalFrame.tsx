// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import { Link, useLocation, useRouteLoaderData } from 'react-router'
import type { Screen } from '@guichet/engine'
import { HelpButton, HelpPanel } from '../help/HelpPanel.tsx'
import { usePageFrame, type PageFrame } from '../page.ts'
import { m } from '../paraglide/messages.js'
import { getLocale } from '../paraglide/runtime.js'
import { ActingBanner } from '../ui/ActingBanner.tsx'
import { asWhom } from '../ui/as-whom.ts'
import { Icon, type IconName } from '../ui/icons/Icon.tsx'
import { Mark } from '../ui/Mark.tsx'
import type { loader } from './layout.tsx'

/**
 * Head and foot of the public pages, and their help. `slim`: the foot without its columns, under a form. `screen`: what
 * the page is, where its address does not tell.
 */
export function PortalFrame({
  children,
  slim = false,
  screen,
}: {
  children: ReactNode
  slim?: boolean
  screen?: Screen
}) {
  const frame = usePageFrame()
  const { help = [] } = useRouteLoaderData<typeof loader>('portal/layout') ?? {}
  const sections = help.filter(({ screens }) => screen === undefined || screens.includes(screen))
  return (
    <div className="page">
      <a className="skip" href="#contenu">
        {m.ui_skip()}
      </a>
      <ActingBanner />
      <Head frame={frame} />
      {sections.length > 0 && (
        <div className="wrap helpbar">
          <HelpButton className="btn btn--quiet btn--sm" />
        </div>
      )}
      {children}
      <Foot frame={frame} slim={slim} />
      {sections.length > 0 && <HelpPanel sections={sections} />}
    </div>
  )
}

interface Entry {
  readonly to: string
  readonly label: string
  readonly icon?: IconName
  readonly current: boolean
}

function useEntries({ viewer }: PageFrame): { places: Entry[]; account: Entry } {
  const { pathname } = useLocation()
  const under = (path: string) => pathname === path || pathname.startsWith(`${path}/`)
  return {
    places: [
      {
        to: '/',
        label: m.portal_nav_procedures(),
        current: pathname === '/' || under('/demarches') || under('/demande'),
      },
      viewer
        ? {
            to: '/mes-demandes',
            label: m.portal_nav_requests(),
            current: under('/mes-demandes') || under('/demandes'),
          }
        : { to: '/suivre', label: m.portal_nav_track(), current: under('/suivre') || under('/lien') },
      { to: '/aide', label: m.home_nav_help(), current: under('/aide') },
      ...(viewer?.spaces.includes('desk')
        ? [{ to: '/bureau', label: m.portal_nav_desk(), current: false }]
        : []),
    ],
    account: viewer
      ? { to: '/compte', label: asWhom(viewer), icon: 'user', current: under('/compte') }
      : { to: '/connexion', label: m.portal_nav_sign_in(), icon: 'user', current: under('/connexion') },
  }
}

function Head({ frame }: { frame: PageFrame }) {
  const { places, account } = useEntries(frame)
  return (
    <header className="p-head">
      <div className="wrap p-head__in">
        <Link className="brand" to="/">
          <Mark />
          <span className="brand__t">
            <b>{frame.tenant.name}</b>
            <span>{frame.tenant.tagline}</span>
          </span>
        </Link>
        <nav className="p-nav" aria-label={m.ui_nav_main()}>
          {places.map((entry) => (
            <Link key={entry.to} to={entry.to} aria-current={entry.current ? 'page' : undefined}>
              {entry.label}
            </Link>
          ))}
        </nav>
        <LanguageSwitch className="p-lang" />
        <Link
          className="btn btn--secondary p-account"
          to={account.to}
          aria-current={account.current ? 'page' : undefined}
        >
          <Icon name="user" />
          {account.label}
        </Link>
        <PhoneMenu entries={[...places, account]} />
      </div>
    </header>
  )
}

/** A disclosure of the browser: it opens without a script. */
function PhoneMenu({ entries }: { entries: readonly Entry[] }) {
  return (
    <details className="p-menu">
      <summary className="btn btn--quiet">
        <Icon name="menu-2" />
        {m.ui_menu()}
      </summary>
      <nav className="p-menu__in" aria-label={m.ui_nav_main()}>
        <ul>
          {entries.map((entry) => (
            <li key={entry.to}>
              <Link to={entry.to} aria-current={entry.current ? 'page' : undefined}>
                {entry.icon && <Icon name={entry.icon} />}
                {entry.label}
              </Link>
            </li>
          ))}
          <li>
            <LanguageSwitch />
          </li>
        </ul>
      </nav>
    </details>
  )
}

/** The same page in the other language: a link, which sets a cookie and comes back. */
function LanguageSwitch({ className }: { className?: string }) {
  const { pathname, search } = useLocation()
  const { languages } = usePageFrame().tenant
  if (languages?.length === 1) return null
  const other = getLocale() === 'fr' ? 'en' : 'fr'
  return (
    <a
      className={className}
      href={`/langue/${other}?retour=${encodeURIComponent(pathname + search)}`}
      lang={other}
      hrefLang={other}
      title={m.ui_language_switch()}
      rel="nofollow"
    >
      {m.ui_language_other()}
    </a>
  )
}

function Foot({ frame: { tenant }, slim }: { frame: PageFrame; slim: boolean }) {
  return (
    <footer className={slim ? 'p-foot p-foot--slim' : 'p-foot'}>
      <div className="wrap">
        {!slim && (
          <div className="p-foot__cols">
            <Column title={tenant.name} lines={tenant.address} />
            <Column title={m.portal_foot_hours()} lines={tenant.openingHours} />
            <div>
              <b>{m.portal_foot_reach()}</b>
              <p>
                {tenant.phone !== '' && (
                  <>
                    <a href={`tel:${tenant.phone.replace(/[^+\d]/g, '')}`}>{tenant.phone}</a>
                    <br />
                  </>
                )}
                <a href={`mailto:${tenant.email}`}>{tenant.email}</a>
              </p>
            </div>
          </div>
        )}
        <div className="p-foot__legal">
          <Link to="/accessibilite">{m.portal_foot_accessibility()}</Link>
          <Link to="/mentions-legales">{m.portal_foot_legal()}</Link>
          <Link to="/donnees-personnelles">{m.portal_foot_data()}</Link>
          <Link to="/aide">{m.portal_foot_help()}</Link>
          <span className="p-foot__by">{m.ui_powered_by()}</span>
        </div>
      </div>
    </footer>
  )
}

/** Nothing at all, rather than a title over nothing. */
function Column({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <b>{title}</b>
      <p>
        {lines.map((line) => (
          <span key={line}>
            {line}
            <br />
          </span>
        ))}
      </p>
    </div>
  )
}
