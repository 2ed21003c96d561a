// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import type { DraftTile } from './draft-tiles.ts'

/** Requests begun and not sent: where to go on, or how to be rid of them. */
export function DraftBand({ drafts }: { drafts: readonly DraftTile[] }) {
  return drafts.map((draft) => (
    <section key={draft.id} className="draft" aria-label={m.portal_draft_title({ title: draft.title })}>
      <Icon name="pencil" size="lg" />
      <div className="grow">
        <b>{draft.title}</b>
        <span>{m.portal_draft_saved({ at: draft.savedAt, until: draft.until })}</span>
      </div>
      <ButtonLink to={draft.href} look="primary">
        {m.portal_draft_resume()}
      </ButtonLink>
      <a className="linkbtn" href={`/demande/${draft.id}/supprimer`}>
        {m.portal_draft_delete()}
        <span className="vh"> {draft.title}</span>
      </a>
    </section>
  ))
}
