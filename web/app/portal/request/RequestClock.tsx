// SPDX-License-Identifier: MIT
import type { ShownReceipt } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'

/** What silence means for a request, as its applicant reads it, and the receipts that were given. */
export interface ShownRequestClock {
  readonly sentence: string | undefined
  readonly receipts: readonly ShownReceipt[]
}

/** Until when the body answers, and the receipts to open and print. */
export function RequestClock({
  clock: { sentence, receipts },
  base,
}: {
  clock: ShownRequestClock
  base: string
}) {
  if (sentence === undefined && receipts.length === 0) return null
  return (
    <section className="card">
      <div className="card__h">
        <h2>{m.clock_answer_title()}</h2>
      </div>
      <div className="card__b">
        {sentence !== undefined && <p>{sentence}</p>}
        {receipts.length > 0 && (
          <ul className={sentence === undefined ? 'receipts' : 'receipts mt'}>
            {receipts.map(({ title, on, address }) => (
              <li key={address} className="row">
                <Icon name="file-text" />
                <span>
                  <a href={`${base}/${address}`}>{title}</a>
                  <br />
                  <span className="sm muted">{m.clock_receipt_given({ date: on })}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
