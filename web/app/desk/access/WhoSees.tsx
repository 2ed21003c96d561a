// SPDX-License-Identifier: MIT
import type { WhoSees as Seen } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

type Shown = Omit<Seen, 'links'> & {
  readonly links: readonly (Omit<Seen['links'][number], 'expiresAt'> & { readonly until: string })[]
}

/** People with their grounds, links, and the rules that name nobody. */
export function WhoSees({ seen }: { seen: Shown }) {
  const { people, total, capped, links, open, except } = seen
  return (
    <section className="card mt">
      <div className="card__h">
        <h2>{m.access_people()}</h2>
      </div>
      {people.length > 0 ? (
        <ScrollRegion label={m.access_people()}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{m.access_person()}</th>
                <th scope="col">{m.access_ground()}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, name, grounds }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>
                    {grounds.map(({ words, rule }) => (
                      <p key={rule}>
                        {words} <small>{m.access_rule({ rule })}</small>
                      </p>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : (
        <p className="card__b muted">{m.access_none()}</p>
      )}
      <div className="card__b">
        {total > people.length && <p className="muted">{m.access_more({ shown: people.length, total })}</p>}
        {capped && <p className="muted">{m.access_capped()}</p>}
        {open.length > 0 && (
          <>
            <h3>{m.access_everybody()}</h3>
            <ul>
              {open.map(({ words, rule }) => (
                <li key={rule}>
                  {words} <small>{m.access_rule({ rule })}</small>
                </li>
              ))}
            </ul>
            {except.length > 0 && (
              <p>{m.access_except({ names: except.map(({ name }) => name).join(', ') })}</p>
            )}
          </>
        )}
        {links.length > 0 && (
          <>
            <h3>{m.access_links()}</h3>
            <ul>
              {links.map(({ name, email, title, until }) => (
                <li key={`${email} ${title} ${until}`}>
                  {name === '' ? email : `${name} (${email})`}
                  <small className="muted"> {m.access_link({ title, date: until })}</small>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
