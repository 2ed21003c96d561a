// SPDX-License-Identifier: MIT
import type { Services } from '@guichet/server'
import { safeReturn } from '../../safe-return.ts'
import { viewOfAddress } from '../view-address.ts'

/** Where an entry stands in the list it was opened from. */
export interface ListPlace {
  readonly address: string
  readonly title: string
  readonly position: number | null
  readonly total: { readonly count: number; readonly capped: boolean }
  readonly previous: string | null
  readonly next: string | null
}

/** `undefined` for an entry opened from elsewhere, or from a list that is no longer one's own. */
export async function listPlace(services: Services, url: string, id: string): Promise<ListPlace | undefined> {
  const address = listAddress(url)
  const view = address === undefined ? undefined : viewOfAddress(address)
  if (address === undefined || !view) return undefined
  try {
    return { address, ...(await services.views.viewNeighbours(view, id)) }
  } catch {
    // An old address must not hide the entry itself.
    return undefined
  }
}

/** The list that an address remembers: one of ours. */
export function listAddress(url: string): string | undefined {
  const asked = new URL(url).searchParams.get('liste')
  const address = asked === null ? '' : safeReturn(asked, '')
  return viewOfAddress(address) ? address : undefined
}
