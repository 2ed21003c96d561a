// SPDX-License-Identifier: MIT
import type { HelpTile } from '@guichet/server'
import { Link } from 'react-router'
import { usePageFrame } from '../../page.ts'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Icon, iconNamed } from '../../ui/icons/Icon.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'
import type { Route } from './+types/help'

export async function loader({ context }: Route.LoaderArgs) {
  return { pages: await services(context).help.listHelp() }
}

/** Where help is found: a page for each part that somebody plays, and people to speak to. */
export default function Help({ loaderData: { pages } }: Route.ComponentProps) {
  const { phone, email } = usePageFrame().tenant
  return (
    <PortalFrame>
      <PageTitle title={m.info_help_title()} />
      <main id="contenu" tabIndex={-1} className="wrap p-main info">
        <h1 className="p-title">{m.info_help_title()}</h1>
        {pages.length > 0 && <HelpTiles pages={pages} />}
        <section>
          <h2>{m.info_help_contact_title()}</h2>
          <p>{m.info_help_contact({ phone, email })}</p>
        </section>
      </main>
    </PortalFrame>
  )
}

function HelpTiles({ pages }: { pages: readonly HelpTile[] }) {
  return (
    <ul className="tiles helps">
      {pages.map(({ solution, key, title, lead, icon, isMine }) => (
        <li key={`${solution}/${key}`} className="card tile">
          <Icon name={iconNamed(icon, 'help-circle')} size="lg" />
          <div>
            <h2>
              <Link to={`/aide/${solution}/${key}`}>{title}</Link>
            </h2>
            <p>{lead}</p>
            {isMine && <p className="tile__m">{m.info_help_mine()}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
