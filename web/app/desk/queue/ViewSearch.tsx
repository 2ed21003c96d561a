// SPDX-License-Identifier: MIT
import { m } from '../../paraglide/messages.js'
import { Icon } from '../../ui/icons/Icon.tsx'
import type { ViewAddress } from '../view-address.ts'
import { KeptAddress } from './Popover.tsx'

/** Words and numbers looked for in the view. */
export function ViewSearch({ base, asked }: { base: string; asked: ViewAddress }) {
  return (
    <search className="search">
      <form action={base}>
        <label className="vh" htmlFor="q">
          {m.desk_search_label()}
        </label>
        <KeptAddress address={{ ...asked, search: '' }} />
        <span className="input">
          <Icon name="search" />
          <input
            key={asked.search}
            id="q"
            name="q"
            type="search"
            placeholder={m.desk_search_hint()}
            defaultValue={asked.search}
            aria-keyshortcuts="Control+K"
          />
          <span className="js-only" aria-hidden="true">
            <kbd>Ctrl</kbd> <kbd>K</kbd>
          </span>
        </span>
        <button className="vh">{m.desk_search()}</button>
      </form>
    </search>
  )
}
