// SPDX-License-Identifier: MIT
import type { ReactNode } from 'react'
import { m } from '../paraglide/messages.js'
import { Pager } from '../ui/Pager.tsx'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'

/** What stands under the table: the address of the list, what narrows it, and where the reader is in it. */
export interface ListPlace {
  readonly path: string
  /** What narrows the list, as its address says it. */
  readonly query?: Readonly<Record<string, string | undefined>>
  /** Name of the parameter that begins a page. */
  readonly after?: string
  readonly isFirst: boolean
  readonly next: string | number | null
}

/** A list of the studio: a table that scrolls by itself, or what to say when there is nothing, and its pages. */
export function ListTable({
  label,
  columns,
  empty,
  place,
  children,
}: {
  label: string
  /** Titles of the columns; one without a title holds actions. */
  columns: readonly (string | null)[]
  /** Shown instead of the table. */
  empty: ReactNode
  place?: ListPlace
  children: ReactNode
}) {
  return (
    <>
      <div className="card tblcard">
        {empty || (
          <ScrollRegion label={label}>
            <table className="tbl">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column}>{column ?? <span className="vh">{m.studio_actions()}</span>}</th>
                  ))}
                </tr>
              </thead>
              <tbody>{children}</tbody>
            </table>
          </ScrollRegion>
        )}
      </div>
      {place && <ListPager place={place} />}
    </>
  )
}

function ListPager({ place: { path, query = {}, after = 'apres', isFirst, next } }: { place: ListPlace }) {
  const address = (more: Readonly<Record<string, string>>) => {
    const given = Object.entries({ ...query, ...more }).filter(([, value]) => value !== undefined)
    const search = new URLSearchParams(given as [string, string][]).toString()
    return search === '' ? path : `${path}?${search}`
  }
  return (
    <Pager
      previous={isFirst ? undefined : address({})}
      next={next === null ? undefined : address({ [after]: String(next) })}
    />
  )
}
