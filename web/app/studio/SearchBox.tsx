// SPDX-License-Identifier: MIT
import { m } from '../paraglide/messages.js'
import { Icon } from '../ui/icons/Icon.tsx'

/** Finds in the list of the page: a plain form, that answers with the same page. */
export function SearchBox({ label, q }: { label: string; q: string | undefined }) {
  return (
    <search className="search filters">
      <form>
        <label className="vh" htmlFor="q">
          {label}
        </label>
        <span className="input">
          <Icon name="search" />
          <input key={q} id="q" name="q" type="search" placeholder={label} defaultValue={q} />
        </span>
        <button className="vh">{m.desk_search()}</button>
      </form>
    </search>
  )
}
