// SPDX-License-Identifier: MIT
import type { BulkView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'

/** How far it is. The page looks by itself; without a script the browser is asked to, and there is a link. */
export function BulkProgress({ bulk: { id, counts } }: { bulk: BulkView }) {
  const done = counts.total - counts.waiting
  return (
    <section className="card mt" aria-live="polite">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <div className="card__b">
        <h2>{m.bulk_running()}</h2>
        <progress className="bar" max={counts.total} value={done} aria-label={m.bulk_running()} />
        <p>
          <b className="num">{m.bulk_progress({ done, total: counts.total })}</b>
        </p>
        <p className="muted">{m.bulk_running_leave()}</p>
        <p className="sm">
          <Link to={`/bureau/lots/${id}`} reloadDocument>
            {m.bulk_refresh()}
          </Link>
        </p>
      </div>
    </section>
  )
}
