// SPDX-License-Identifier: MIT
import type { SensitiveRead } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { Pager } from '../../ui/Pager.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

interface Props {
  readonly reads: readonly (Omit<SensitiveRead, 'at' | 'actor'> & {
    readonly who: string
    readonly at: string
  })[]
  readonly older: string | undefined
}

const ways: Readonly<Record<SensitiveRead['way'], () => string>> = {
  page: m.reads_way_page,
  print: m.reads_way_print,
  list: m.reads_way_list,
  api: m.reads_way_api,
  history: m.reads_way_history,
  approval: m.reads_way_approval,
  file: m.reads_way_file,
}

/** Who read what is sensitive in an entry, when and by which way. */
export function SensitiveReads({ reads, older }: Props) {
  return (
    <section className="card mt" id="lectures">
      <div className="card__h">
        <h2>{m.reads_title()}</h2>
        <span className="muted sm">{m.reads_lead()}</span>
      </div>
      {reads.length === 0 ? (
        <p className="card__b muted">{m.reads_empty()}</p>
      ) : (
        <ScrollRegion label={m.reads_title()}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{m.reads_who()}</th>
                <th scope="col">{m.reads_when()}</th>
                <th scope="col">{m.reads_what()}</th>
              </tr>
            </thead>
            <tbody>
              {reads.map(({ id, who, at, way, fields }) => (
                <tr key={id}>
                  <th scope="row">{who}</th>
                  <td>{at}</td>
                  <td>
                    {fields.join(', ')}
                    <small>{ways[way]()}</small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <Pager next={older} />
    </section>
  )
}
