// SPDX-License-Identifier: MIT
import type { Address } from '@guichet/engine'
import type { FoundAddress } from '../../platform/addresses/address-service.ts'
import type { Platform } from '../../platform/context.ts'
import { hasStreets, type StreetRow, streetsBegunBy, streetsLike } from './streets.queries.ts'
import { addressWords, typedAddress } from './typed-address.ts'

/** How many are proposed: what is read at a glance on a telephone. */
export const mostProposed = 6
const shortest = 3
const longest = 200
const mostWords = 10

/**
 * The addresses that an unfinished text may mean, the likeliest first; none for a text too short to tell.
 *
 * Asks the service of the installation when it has one, else its imported streets, and these too when the service does
 * not answer: a form never waits for somebody else's machine to be mended.
 */
export async function findAddresses(platform: Platform, text: string): Promise<readonly FoundAddress[]> {
  const asked = text.normalize('NFC').trim().slice(0, longest)
  if (addressWords(asked).join('').length < shortest) return []
  if (!platform.addressService) return findAmongStreets(platform, asked)
  try {
    return await platform.addressService(asked, mostProposed)
  } catch (error) {
    platform.log.warn({ err: error }, 'the address service does not answer')
    return findAmongStreets(platform, asked)
  }
}

/** Whether there is anything to complete addresses from. */
export async function completesAddresses(platform: Platform): Promise<boolean> {
  return platform.addressService !== undefined || hasStreets(platform.db)
}

async function findAmongStreets(platform: Platform, text: string): Promise<FoundAddress[]> {
  const { number, words } = typedAddress(text)
  if (words.length === 0) return []
  const asked = { words: words.slice(0, mostWords), number: number ?? '', limit: mostProposed }
  const begun = await streetsBegunBy(platform.db, asked)
  const rows = begun.length > 0 ? begun : await streetsLike(platform.db, asked)
  return rows.map((row) => foundStreet(row, number))
}

function foundStreet(street: StreetRow, number: string | undefined): FoundAddress {
  const { name, kind, postcode, city, citycode, district } = street
  const isNumbered = number !== undefined && kind === 'street'
  const line = isNumbered ? `${number} ${uncapitalised(name)}` : name
  const town = [postcode, city].filter(Boolean).join(' ')
  const [lon, lat] = (isNumbered ? street.place : null) ?? [street.lon, street.lat]
  const address: Address = {
    label: `${line}, ${town}`,
    ...(isNumbered && { housenumber: number }),
    ...(kind === 'street' && { street: name }),
    ...(postcode !== null && { postcode }),
    city,
    ...(citycode !== null && { citycode }),
    ...(district !== null && { context: district }),
    ...(lon !== null && lat !== null && { coordinates: { lon, lat } }),
  }
  return {
    address,
    kind: isNumbered ? 'number' : kind,
    line,
    detail: [town, district].filter(Boolean).join(', '),
  }
}

/** After a number, « rue » and its like are common nouns: `14 rue de la Banne`. */
function uncapitalised(name: string): string {
  return name.charAt(0).toLocaleLowerCase('fr') + name.slice(1)
}
