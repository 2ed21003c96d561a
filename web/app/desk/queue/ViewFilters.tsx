// SPDX-License-Identifier: MIT
import type { StateView, ViewFilter } from '@guichet/server'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons/Icon.tsx'
import { type AddressChange, isNarrowed, type ViewAddress } from '../view-address.ts'
import { filterLabel } from './filter-words.ts'
import { KeptAddress, Popover } from './Popover.tsx'

interface Props {
  readonly states: readonly StateView[]
  readonly filters: readonly (ViewFilter & { readonly words: string })[]
  readonly hasDelay: boolean
  readonly asked: ViewAddress
  readonly address: (change: AddressChange) => string
  readonly base: string
  /** What stands at the end of the line. */
  readonly children: ReactNode
}

/** What narrows the view: each filter in force with its way out, and a panel to add one. Forms and links alone. */
export function ViewFilters({ states, filters, hasDelay, asked, address, base, children }: Props) {
  const chosenStates = states.filter(({ key }) => asked.states.includes(key))
  return (
    <nav className="chips" aria-label={m.desk_filters()}>
      {asked.search !== '' && (
        <Chip label={m.desk_search()} words={asked.search} to={address({ search: '' })} />
      )}
      {chosenStates.length > 0 && (
        <Chip
          label={m.queue_filter_state()}
          words={chosenStates
            .map(({ label }) => label)
            .reduce((one, other) => m.queue_filter_or({ one, other }))}
          to={address({ states: [] })}
        />
      )}
      {filters.map((filter) =>
        filter.chosen.length === 0 ? null : (
          <Chip
            key={filter.key}
            label={filterLabel(filter)}
            words={filter.words}
            to={address({ filters: without(asked.filters, filter.key) })}
          />
        ),
      )}
      {asked.late && (
        <Chip label={m.queue_filter_late()} words={m.queue_filter_yes()} to={address({ late: false })} />
      )}
      <Popover
        label={
          <>
            <Icon name="plus" />
            {m.queue_filter_add()}
          </>
        }
        className="chip chip--add"
      >
        <form action={base} className="pop__b">
          <KeptAddress address={{ ...asked, states: [], filters: {}, late: false }} />
          {states.length > 1 && <StateChoice states={states} chosen={asked.states} />}
          {filters.map((filter) => (
            <FilterEditor key={filter.key} filter={filter} />
          ))}
          {hasDelay && (
            <label className="check check--sm">
              <input type="checkbox" name="retard" value="oui" defaultChecked={asked.late} />
              <span>{m.queue_filter_late_only()}</span>
            </label>
          )}
          <div className="row">
            <Button look="primary">{m.queue_filter_apply()}</Button>
            {isNarrowed(asked) && (
              <Link
                className="btn btn--quiet"
                to={address({ search: '', states: [], filters: {}, late: false })}
              >
                {m.queue_filter_clear()}
              </Link>
            )}
          </div>
        </form>
      </Popover>
      <span className="grow" />
      {children}
    </nav>
  )
}

function Chip({ label, words, to }: { label: string; words: string; to: string }) {
  return (
    <span className="chip chip--off">
      {m.queue_filter_chip({ label })} <b>{words}</b>
      <Link to={to} aria-label={m.queue_filter_remove({ label })}>
        <Icon name="x" />
      </Link>
    </span>
  )
}

function StateChoice({ states, chosen }: { states: readonly StateView[]; chosen: readonly string[] }) {
  return (
    <fieldset className="field">
      <legend className="label">{m.queue_filter_state()}</legend>
      {states.map(({ key, label }) => (
        <label key={key} className="check check--sm">
          <input type="checkbox" name="etat" value={key} defaultChecked={chosen.includes(key)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** More choices than that are a list to open. */
const mostTicks = 6

function FilterEditor({ filter }: { filter: Props['filters'][number] }) {
  const name = `filtre.${filter.key}`
  const label = filterLabel(filter)
  if (filter.kind === 'days') return <DaysEditor filter={filter} name={name} label={label} />
  const options =
    filter.kind === 'boolean'
      ? [
          { value: 'true', label: m.queue_filter_yes() },
          { value: 'false', label: m.queue_filter_no() },
        ]
      : filter.options.map((option) => ({ ...option, label: optionWords(filter, option) }))
  if (options.length > mostTicks) {
    return (
      <div className="field">
        <label className="label" htmlFor={name}>
          {label}
        </label>
        <select className="input" id={name} name={name} defaultValue={filter.chosen[0] ?? ''}>
          <option value="">{m.queue_filter_choose()}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    )
  }
  return (
    <fieldset className="field">
      <legend className="label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="check check--sm">
          <input
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={filter.chosen.includes(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function optionWords({ options }: ViewFilter, { value, label }: ViewFilter['options'][number]): string {
  if (label !== null) return label
  if (value === 'me') return m.queue_filter_me()
  return options.some((option) => option.value === 'me') ? m.queue_filter_none() : m.queue_filter_empty()
}

function DaysEditor({ filter, name, label }: { filter: ViewFilter; name: string; label: string }) {
  const [from = '', to = from] = (filter.chosen[0] ?? '').split('..', 2)
  return (
    <fieldset className="field">
      <legend className="label">{label}</legend>
      <div className="row">
        <label className="grow">
          <span className="sm muted">{m.queue_filter_from()}</span>
          <input className="input" type="date" name={`${name}.du`} defaultValue={from} />
        </label>
        <label className="grow">
          <span className="sm muted">{m.queue_filter_to()}</span>
          <input className="input" type="date" name={`${name}.au`} defaultValue={to} />
        </label>
      </div>
    </fieldset>
  )
}

function without(filters: ViewAddress['filters'], key: string): ViewAddress['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key))
}
