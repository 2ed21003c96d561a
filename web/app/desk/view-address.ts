// SPDX-License-Identifier: MIT
import type { ViewAsked } from '@guichet/server'

/** What a reader adds to a view, as its address says it: a view filtered is a page to bookmark and to send. */
export interface ViewAddress {
  readonly search: string
  readonly states: readonly string[]
  /** Values by filter: `filtre.level=expert`; days as `2026-11-01..2026-11-30`. */
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly late: boolean
  /** Absent: those of the view. */
  readonly columns?: readonly string[]
  readonly sort?: string
  readonly size?: number
}

/** A page of the list, besides. */
export interface ViewPage {
  readonly after?: string
  readonly backwards?: boolean
}

export function readViewAddress(address: string): ViewAddress & ViewPage {
  const { searchParams } = new URL(address, 'http://list')
  const sort = searchParams.get('tri')
  const columns = searchParams.getAll('colonnes').flatMap((names) => names.split(',').filter(Boolean))
  const size = Number(searchParams.get('par'))
  const after = searchParams.get('apres') ?? searchParams.get('avant')
  return {
    search: searchParams.get('q')?.trim() ?? '',
    states: [...new Set(searchParams.getAll('etat').filter(Boolean))],
    filters: readFilters(searchParams),
    late: searchParams.has('retard'),
    ...(columns.length > 0 && { columns }),
    ...(sort && { sort }),
    ...(Number.isInteger(size) && size > 0 && { size }),
    ...(after && { after, backwards: searchParams.has('avant') }),
  }
}

/** Days come as one value in a link, and as two inputs from a form. */
function readFilters(params: URLSearchParams): Record<string, string[]> {
  const filters = new Map<string, Set<string>>()
  const add = (key: string, value: string) => filters.set(key, (filters.get(key) ?? new Set()).add(value))
  for (const [name, value] of params) {
    const [, key, end] = /^filtre\.([a-zA-Z]\w*)(?:\.(du|au))?$/.exec(name) ?? []
    if (key === undefined || value === '') continue
    if (end === undefined) add(key, value)
    else if (end === 'du') add(key, `${value}..${params.get(`filtre.${key}.au`) ?? ''}`)
    else if (!params.get(`filtre.${key}.du`)) add(key, `..${value}`)
  }
  return Object.fromEntries([...filters].map(([key, values]) => [key, [...values]]))
}

/** The same as the services take it. */
export function askedOf({
  search,
  states,
  filters,
  late,
  columns,
  sort,
}: ViewAddress): Omit<ViewAsked, 'solution' | 'view'> {
  return {
    ...(search !== '' && { search }),
    ...(states.length > 0 && { states }),
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(late && { late }),
    ...(columns && { columns }),
    ...(sort && { sort }),
  }
}

/** Whether something narrows the view. */
export function isNarrowed({ search, states, filters, late }: ViewAddress): boolean {
  return search !== '' || states.length > 0 || Object.keys(filters).length > 0 || late
}

/** Names and values of an address: of a link, or of the hidden inputs of a form that keeps the rest. */
export function addressEntries(address: ViewAddress): [name: string, value: string][] {
  const { search, states, filters, late, columns, sort, size } = address
  return [
    ...(search === '' ? [] : [['q', search] as [string, string]]),
    ...states.map((state): [string, string] => ['etat', state]),
    ...Object.entries(filters).flatMap(([key, values]) =>
      values.map((value): [string, string] => [`filtre.${key}`, value]),
    ),
    ...(late ? [['retard', 'oui'] as [string, string]] : []),
    ...(columns ? [['colonnes', columns.join(',')] as [string, string]] : []),
    ...(sort === undefined ? [] : [['tri', sort] as [string, string]]),
    ...(size === undefined ? [] : [['par', String(size)] as [string, string]]),
  ]
}

export type AddressChange = Partial<ViewAddress> & ViewPage

/** Makes addresses of the same view: what is not changed stays, but the page, which begins again. */
export function addressWith(base: string, current: ViewAddress): (change: AddressChange) => string {
  return ({ after, backwards = false, ...change }) => {
    const query = new URLSearchParams(addressEntries({ ...current, ...change }))
    if (after !== undefined) query.set(backwards ? 'avant' : 'apres', after)
    const text = query.toString()
    return text === '' ? base : `${base}?${text}`
  }
}

/** The view that an address of a list leads to; `undefined` for any other page. */
export function viewOfAddress(address: string): (ViewAsked & ViewPage) | undefined {
  const [, solution, view] = /^\/bureau\/([a-z][a-z0-9-]*)\/([a-z][a-z0-9-]*)(?:\?|$)/.exec(address) ?? []
  if (solution === undefined || view === undefined) return undefined
  return { solution, view, ...askedOf(readViewAddress(address)) }
}
