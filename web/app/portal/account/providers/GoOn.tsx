// SPDX-License-Identifier: MIT
import { m } from '../../../paraglide/messages.js'

/**
 * Leads on to another site by itself, and by a link. Where a form was sent before, a redirection would be stopped: the
 * policy of our pages keeps their forms from ending elsewhere.
 */
export function GoOn({ to }: { to: string }) {
  return (
    <p>
      <meta httpEquiv="refresh" content={`0;url=${to}`} />
      <a className="btn btn--primary btn--lg" href={to} rel="noreferrer">
        {m.providers_go_on()}
      </a>
    </p>
  )
}
