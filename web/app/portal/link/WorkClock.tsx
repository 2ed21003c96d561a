// SPDX-License-Identifier: MIT
import type { ShownClock } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'

/** Until when silence does not decide, as the desk reads it: a service is late before its desk knows. */
export function WorkClock({ clock: { tone, left, summary, facts, because, basis } }: { clock: ShownClock }) {
  return (
    <section className="card wclock">
      <div className="card__h">
        <h2>{m.clock_title()}</h2>
        {left !== undefined && (
          <b className={`tone-${tone}`}>
            <Icon name="hourglass" size="sm" /> {left}
          </b>
        )}
      </div>
      <div className="card__b">
        <p>{summary}</p>
        {facts.map((fact) => (
          <p key={fact} className="sm muted">
            {fact}
          </p>
        ))}
        {(because !== undefined || basis !== undefined) && (
          <details>
            <summary>{m.clock_basis()}</summary>
            {because !== undefined && <p className="sm">{because}</p>}
            {basis !== undefined && <p className="sm muted">{basis}</p>}
          </details>
        )}
      </div>
    </section>
  )
}
