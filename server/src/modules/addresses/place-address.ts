// SPDX-License-Identifier: MIT
import type { Address } from '@guichet/engine'
import type { FoundAddress } from '../../platform/addresses/address-service.ts'
import type { Platform } from '../../platform/context.ts'
import { findAddresses } from './find-addresses.ts'
import { addressWords, typedAddress } from './typed-address.ts'

/** What a line that somebody typed may mean. */
export type PlacedAddress =
  /** One address and no doubt. */
  | { readonly kind: 'found'; readonly address: Address }
  /** Several, or one that is written otherwise: the person chooses. */
  | { readonly kind: 'several'; readonly proposed: readonly FoundAddress[] }
  | { readonly kind: 'unknown' }

/** Decides whether a typed line is one address of the base, word for word, or has to be chosen among some. */
export async function placeAddress(platform: Platform, text: string): Promise<PlacedAddress> {
  const proposed = await findAddresses(platform, text)
  if (proposed.length === 0) return { kind: 'unknown' }
  const typed = comparable(text)
  const same = proposed.filter(
    ({ address, line }) => comparable(line) === typed || comparable(address.label) === typed,
  )
  const [only] = same
  return only && same.length === 1 ? { kind: 'found', address: only.address } : { kind: 'several', proposed }
}

function comparable(text: string): string {
  const { number, words } = typedAddress(text)
  return [number ?? '', ...addressWords(words.join(' '))].join(' ')
}
