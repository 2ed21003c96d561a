// SPDX-License-Identifier: MIT
import { PageTitle } from '../../ui/PageTitle.tsx'
import { PortalFrame } from '../PortalFrame.tsx'

/** A page of plain text: a title, and sections of one paragraph. */
export function InfoPage({
  title,
  sections,
}: {
  title: string
  sections: readonly (readonly [string, string])[]
}) {
  return (
    <PortalFrame>
      <PageTitle title={title} />
      <main id="contenu" tabIndex={-1} className="wrap p-main info">
        <h1 className="p-title">{title}</h1>
        {sections.map(([heading, text]) => (
          <section key={heading}>
            <h2>{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
      </main>
    </PortalFrame>
  )
}
