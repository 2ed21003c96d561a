// SPDX-License-Identifier: MIT

/** What a reader adds to a view, as its address says it: a view filtered is a page to bookmark and to send. */
export interface ViewAddress {
  readonly search: string
  readonly states: readonly string[]
  readonly query: {
    readonly search?: string
    readonly states?: readonly string[]
    readonly sort?: string
    readonly after?: string
    readonly backwards?: boolean
  }
}

export function readViewAddress(address: string): ViewAddress {
  const { searchParams } = new URL(address)
  const search = searchParams.get('q')?.trim() ?? ''
  const states = searchParams.getAll('etat').filter(Boolean)
  const sort = searchParams.get('tri')
  const after = searchParams.get('apres') ?? searchParams.get('avant')
  return {
    search,
    states,
    query: {
      ...(search !== '' && { search }),
      ...(states.length > 0 && { states }),
      ...(sort && { sort }),
      ...(after && { after, backwards: searchParams.has('avant') }),
    },
  }
}

export interface AddressChange {
  readonly search?: string
  readonly states?: readonly string[]
  readonly sort?: string
  readonly after?: string
  readonly backwards?: boolean
}

/** Makes addresses of the same view: what is not changed stays, but the page, which begins again. */
export function addressWith(
  base: string,
  current: { readonly search: string; readonly states: readonly string[]; readonly sort: string },
): (change: AddressChange) => string {
  return ({ after, backwards = false, ...change }) => {
    const { search, states, sort } = { ...current, ...change }
    const query = new URLSearchParams()
    if (search !== '') query.set('q', search)
    for (const state of states) query.append('etat', state)
    query.set('tri', sort)
    if (after !== undefined) query.set(backwards ? 'avant' : 'apres', after)
    return `${base}?${query.toString()}`
  }
}
