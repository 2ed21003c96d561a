// SPDX-License-Identifier: MIT
import type { Address } from '@guichet/engine'

/** An address that was found, ready to be proposed. */
export type FoundAddress = {
  readonly address: Address
  readonly kind: 'number' | 'street' | 'place' | 'town'
  /** `14 rue de la Banne`: what distinguishes it at first sight. */
  readonly line: string
  /** `99120 Plassans, quartier Saint-Marc`: what distinguishes two of the same line. */
  readonly detail: string
}

/** Finds the addresses that an unfinished text may mean, the likeliest first. Rejects when it cannot answer. */
export type AddressService = (text: string, limit: number) => Promise<readonly FoundAddress[]>
