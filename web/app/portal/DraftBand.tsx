// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import type { DraftTile } from './draft-tiles.ts'

/** Requests begun and not sent: where to go on, or how to be rid of them. */
export function DraftBand({ drafts }: { drafts: readonly DraftTile[] }) {
  if (drafts.length === 0) return null
  return (
    <section className="drafts" aria-label={m.portal_drafts_label()}>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.id} className="draft">
            <Icon name="pencil" size="lg" />
            <div className="grow">
              <b>{draft.title}</b>
              <span>
                {m.home_draft({
                  step: draft.step,
                  steps: draft.steps,
                  at: draft.savedAt,
                  until: draft.until,
                })}
              </span>
            </div>
            <ButtonLink to={draft.href} look="primary">
              {m.portal_draft_resume()}
              <span className="vh"> {draft.title}</span>
            </ButtonLink>
            <a className="linkbtn" href={`/demande/${draft.id}/supprimer`}>
              {m.portal_draft_delete()}
              <span className="vh"> {draft.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
