// SPDX-License-Identifier: MIT
import type { Address } from '@guichet/engine'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Outgoing } from '../outgoing/outgoing.ts'
import type { AddressService, FoundAddress } from './address-service.ts'

/**
 * The answer of the national base's search (Base adresse nationale, « API Adresse », GeoJSON), read on 2026-11-21. Only
 * what is used is described; another service that answers in this shape works as well.
 */
const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]).rest(z.number()) }),
      properties: z.object({
        label: z.string(),
        type: z.string(),
        name: z.string().optional(),
        housenumber: z.string().optional(),
        street: z.string().optional(),
        postcode: z.string().optional(),
        city: z.string().optional(),
        citycode: z.string().optional(),
        district: z.string().optional(),
        context: z.string().optional(),
      }),
    }),
  ),
})
type Feature = z.infer<typeof answer>['features'][number]

const kinds: Readonly<Record<string, FoundAddress['kind']>> = {
  housenumber: 'number',
  street: 'street',
  locality: 'place',
  municipality: 'town',
}

export type BanOptions = {
  /** Address of the search; what it already holds after `?` is kept (`citycode=13001` keeps to one town). */
  readonly url: string
  readonly outgoing: Outgoing
  readonly clock: Clock
}

/** How long an answer is remembered, and how many: people who type the same street ask the same thing. */
const rememberedMs = 10 * 60_000
const mostRemembered = 500

/** An HTTP service of the national base's shape. What it answered is remembered for some minutes. */
export function banService({ url, outgoing, clock }: BanOptions): AddressService {
  const remembered = new Map<string, { until: number; found: readonly FoundAddress[] }>()
  return async (text, limit) => {
    const asked = new URL(url)
    asked.searchParams.set('q', text)
    asked.searchParams.set('limit', String(limit))
    asked.searchParams.set('autocomplete', '1')
    const now = clock.now().getTime()
    const known = remembered.get(asked.href)
    if (known && known.until > now) return known.found
    const { status, body } = await outgoing({ method: 'GET', url: asked.href })
    // A text too short or without a letter is refused by the base: nothing is found, which is no failure.
    if (status === 400) return []
    if (status !== 200) throw new Error(`the address service answered ${status}`)
    const found = answer.parse(JSON.parse(body)).features.map(foundAddress)
    // The oldest goes first: a `Map` keeps the order in which its keys were set.
    const [oldest] = remembered.keys()
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
    remembered.set(asked.href, { until: now + rememberedMs, found })
    return found
  }
}

function foundAddress({ geometry, properties }: Feature): FoundAddress {
  const { type, label, name, housenumber, postcode, city, citycode, district, context } = properties
  const street = properties.street ?? (type === 'street' ? name : undefined)
  const line = name ?? label
  const town = [postcode, city].filter(Boolean).join(' ')
  const [lon, lat] = geometry.coordinates
  const address: Address = {
    label: line === city ? town : [line, town].filter(Boolean).join(', '),
    ...(housenumber !== undefined && { housenumber }),
    ...(street !== undefined && { street }),
    ...(postcode !== undefined && { postcode }),
    ...(city !== undefined && { city }),
    ...(citycode !== undefined && { citycode }),
    ...(context !== undefined && { context }),
    coordinates: { lon, lat },
  }
  const detail = [town, district ?? context].filter(Boolean).join(', ')
  return { address, kind: kinds[type] ?? 'place', line, detail }
}
