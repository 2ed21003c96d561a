// SPDX-License-Identifier: MIT
import printIsland from 'virtual:island/print'
import { m } from '../paraglide/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'

/** Prints the page; where no script runs, says that the browser does. */
export function PrintButton() {
  return (
    <div className="no-print">
      <script async src={printIsland} />
      <button className="btn btn--secondary" type="button" data-print="" hidden>
        <Icon name="printer" />
        {m.portal_work_print()}
      </button>
      <p className="sm muted" data-print-hint="">
        {m.portal_print_hint()}
      </p>
    </div>
  )
}
