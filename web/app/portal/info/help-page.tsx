// SPDX-License-Identifier: MIT
import type { HelpSection } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { services } from '../../services.ts'
import { Crumbs } from '../../ui/Crumbs.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'
import type { Route } from './+types/help-page'

export async function loader({ params, context }: Route.LoaderArgs) {
  return services(context).help.helpPageOf(params)
}

/** How somebody does their part, step by step, with pictures of the screens as they are. */
export default function HelpPage({ loaderData: { title, lead, sections } }: Route.ComponentProps) {
  return (
    <PortalFrame>
      <PageTitle title={title} />
      <main id="contenu" tabIndex={-1} className="wrap p-main info">
        <Crumbs crumbs={[{ label: m.info_help_title(), to: '/aide' }, { label: title }]} />
        <h1 className="p-title">{title}</h1>
        <p className="lead">{lead}</p>
        <nav aria-label={m.info_help_summary()} className="links">
          <ol>
            {sections.map((section) => (
              <li key={section.anchor}>
                <a href={`#${section.anchor}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        {sections.map((section) => (
          <Section key={section.anchor} section={section} />
        ))}
      </main>
    </PortalFrame>
  )
}

/** Pixels of the pictures, so that the text does not move when they arrive. */
const sizes = { screen: { width: 1280, height: 800 }, telephone: { width: 390, height: 780 } }

function Section({ section: { anchor, title, paragraphs, picture } }: { section: HelpSection }) {
  return (
    <section id={anchor} className={picture?.shape === 'telephone' ? 'help help--phone' : 'help'}>
      <div>
        <h2>{title}</h2>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {picture && (
        <a href={picture.address}>
          <img src={picture.address} alt={picture.shows} loading="lazy" {...sizes[picture.shape]} />
        </a>
      )}
    </section>
  )
}
