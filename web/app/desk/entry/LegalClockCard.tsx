// SPDX-License-Identifier: MIT
import type { ShownClock } from '../../entry/shown-clock.ts'
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import clockCss from './clock.css?url'

/** How long is left before silence decides, and the ledger that says why, down to each day. */
export function LegalClockCard({ clock, entryId }: { clock: ShownClock; entryId: string }) {
  return (
    <section className="card clock">
      <link rel="stylesheet" href={clockCss} precedence="default" />
      <div className="card__h">
        <h2>{m.clock_title()}</h2>
        {clock.left !== undefined && (
          <b className={`clock__left tone-${clock.tone}`}>
            <Icon name="hourglass" size="sm" />
            {clock.left}
          </b>
        )}
      </div>
      <div className="card__b card__b--tight">
        <p>{clock.summary}</p>
        {clock.facts.length > 0 && (
          <ul className="clock__facts sm muted">
            {clock.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        )}
        <Strip clock={clock} />
        <Ledger clock={clock} />
        <Days clock={clock} />
        <Grounds clock={clock} />
        {clock.receipts.length > 0 && (
          <>
            <h3>{m.clock_receipts()}</h3>
            <ul className="sm">
              {clock.receipts.map(({ title, on, address }) => (
                <li key={address}>
                  <a href={`/demandes/${entryId}/${address}`}>{m.clock_receipt_on({ title, date: on })}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {clock.lacks.map((words) => (
          <Notice key={words} tone="warn" title={words} />
        ))}
      </div>
    </section>
  )
}

/** The days as a band of colours; what each says is in the table, and read there. */
function Strip({ clock: { days } }: { clock: ShownClock }) {
  if (days.length < 2) return null
  return (
    <div className="clock__strip" aria-hidden="true">
      {days.map(({ iso, on, state, tone }) => (
        <i key={iso} className={`tone-${tone}`} title={`${on}, ${state}`} />
      ))}
    </div>
  )
}

function Ledger({ clock: { lines } }: { clock: ShownClock }) {
  return (
    <details className="clock__more">
      <summary>{m.clock_ledger()}</summary>
      <ol className="tl">
        {lines.map((line, at) => (
          // The lines of a ledger are never moved nor taken out.
          <li key={at} className={`tone-${line.tone}`}>
            <Icon name={line.icon} />
            <div>
              <small>{line.on}</small>
              <p>{line.words}</p>
              {line.missing !== undefined && (
                <p className="tl__why prewrap">{m.clock_asked({ missing: line.missing })}</p>
              )}
              {line.due !== undefined && <small>{m.clock_ledger_due({ date: line.due })}</small>}
            </div>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Days({ clock: { days } }: { clock: ShownClock }) {
  if (days.length === 0) return null
  return (
    <details className="clock__more">
      <summary>{m.clock_days()}</summary>
      <ScrollRegion className="clock__days" label={m.clock_days()}>
        <table>
          <thead>
            <tr>
              <th scope="col">{m.clock_day()}</th>
              <th scope="col">{m.clock_day_state()}</th>
              <th scope="col" className="r">
                {m.clock_day_counted()}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ iso, on, state, tone, counted, isHoliday }) => (
              <tr key={iso}>
                <th scope="row">
                  {on}
                  {isHoliday && <small> {m.clock_holiday()}</small>}
                </th>
                <td className={`tone-${tone}`}>
                  <i className="clock__dot" aria-hidden="true" />
                  {state}
                </td>
                <td className="r">{counted ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}

function Grounds({ clock: { basis, because } }: { clock: ShownClock }) {
  if (basis === undefined && because === undefined) return null
  return (
    <details className="clock__more">
      <summary>{m.clock_basis()}</summary>
      {because !== undefined && <p className="sm">{because}</p>}
      {basis !== undefined && <p className="sm muted clock__basis">{basis}</p>}
    </details>
  )
}
