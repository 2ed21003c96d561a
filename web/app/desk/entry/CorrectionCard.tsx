// SPDX-License-Identifier: MIT
import type { Correction } from '../../entry/correction.ts'
import { m } from '../../paraglide/messages.js'

/** What was asked field by field, with the value that was and the one that is, side by side. */
export function CorrectionCard({ correction }: { correction: Correction }) {
  const { isAnswered, askedBy, answeredBy, lines } = correction
  return (
    <section className="card mt" id="correction">
      <div className="card__h">
        <h2>{isAnswered ? m.ask_answer() : m.ask_pending()}</h2>
        <span className="sm muted">{answeredBy ?? askedBy}</span>
      </div>
      <table className="tbl versions">
        <thead>
          <tr>
            <th>{m.ask_field()}</th>
            <th>{m.ask_word_column()}</th>
            <th>{m.ask_before()}</th>
            {isAnswered && <th>{m.ask_after()}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, word, before, after, hasChanged }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{word ?? '–'}</td>
              <td>{hasChanged ? <del>{before}</del> : before}</td>
              {isAnswered && (
                <td>{hasChanged ? <ins>{after}</ins> : <span className="muted">{m.ask_same()}</span>}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
