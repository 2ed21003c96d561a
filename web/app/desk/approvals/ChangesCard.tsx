// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/Button.tsx'
import { ChangeFields } from './ChangeFields.tsx'
import { ChangeMeta } from './ChangeMeta.tsx'
import type { ShownChange } from './shown-changes.ts'

/** On the page of an entry: the edits that wait for an approval. */
export function ChangesCard({ changes, to }: { changes: readonly ShownChange[]; to: string }) {
  const waiting = changes.filter(({ state }) => state === 'pending')
  if (waiting.length === 0) return null
  return (
    <section className="card mt" id="propositions">
      <div className="card__h">
        <h2>{m.change_title()}</h2>
        {waiting.some(({ may }) => may.decide) ? (
          <ButtonLink to={to} size="sm" icon="checkbox">
            {m.change_decide()}
          </ButtonLink>
        ) : (
          waiting.some(({ may }) => may.withdraw) && (
            <ButtonLink to={to} look="quiet" size="sm" icon="restore">
              {m.change_withdraw()}
            </ButtonLink>
          )
        )}
      </div>
      {waiting.map((change) => (
        <div key={change.id} className="card__b card__b--tight">
          <ChangeMeta change={change} />
          <ChangeFields change={change} />
        </div>
      ))}
    </section>
  )
}
