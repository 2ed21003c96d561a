// SPDX-License-Identifier: MIT
import type { StateView } from '@guichet/server'
import { Link } from 'react-router'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons/Icon.tsx'
import type { AddressChange } from './view-address.ts'

interface Props {
  readonly states: readonly StateView[]
  readonly chosen: readonly string[]
  readonly search: string
  readonly address: (change: AddressChange) => string
  readonly base: string
}

/** What narrows the view: each filter in force with its way out, and a list to add one. */
export function StateFilters({ states, chosen, search, address, base }: Props) {
  const inForce = states.filter(({ key }) => chosen.includes(key))
  const others = states.filter(({ key }) => !chosen.includes(key))
  return (
    <nav className="chips" aria-label={m.desk_filters()}>
      {search !== '' && (
        <Link className="chip chip--off" to={address({ search: '' })}>
          {m.desk_filter_search({ words: search })}
          <Icon name="x" />
        </Link>
      )}
      {inForce.map(({ key, label }) => (
        <Link
          key={key}
          className="chip chip--off"
          to={address({ states: chosen.filter((state) => state !== key) })}
          aria-label={m.desk_filter_remove({ state: label })}
        >
          {m.desk_filter_state({ state: label })}
          <Icon name="x" />
        </Link>
      ))}
      {others.length > 0 && (
        <form className="row" action={base}>
          {search !== '' && <input type="hidden" name="q" value={search} />}
          {chosen.map((state) => (
            <input key={state} type="hidden" name="etat" value={state} />
          ))}
          <label className="vh" htmlFor="etat">
            {m.desk_filter_add()}
          </label>
          <select key={chosen.join()} className="input chips__s" id="etat" name="etat" defaultValue="">
            <option value="">{chosen.length === 0 ? m.desk_filter_all() : m.desk_filter_add()}</option>
            {others.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
          <Button size="sm">{m.desk_filter_apply()}</Button>
        </form>
      )}
    </nav>
  )
}
