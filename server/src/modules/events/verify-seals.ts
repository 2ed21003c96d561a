// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { eventsByIds, sealsAfter } from './events.queries.ts'
import { leafHash, merkleRoot, sealHash } from './merkle.ts'
import { canonical } from './seal-events.ts'

export type SealFault =
  | { readonly kind: 'event-changed'; readonly seal: number; readonly event: number }
  | { readonly kind: 'event-missing'; readonly seal: number; readonly event: number }
  | { readonly kind: 'seal-changed'; readonly seal: number }
  | { readonly kind: 'chain-broken'; readonly seal: number }

export type Verification = { readonly seals: number; readonly events: number; readonly faults: SealFault[] }

/**
 * Recomputes every seal from the journal and names what does not fit: an event changed or missing since it was
 * sealed, a seal rewritten, a link of the chain broken (a seal removed).
 *
 * Proves nothing about events not sealed yet.
 */
export async function verifySeals(platform: Platform): Promise<Verification> {
  const faults: SealFault[] = []
  let seals = 0
  let events = 0
  let after = 0
  let previous: Buffer | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof sealsAfter>> = await sealsAfter(platform.db, after, 20)
    if (page.length === 0) return { seals, events, faults }
    for (const seal of page) {
      const root = merkleRoot(seal.leaves)
      const intact = root.equals(seal.root) && sealHash(seal.previous, root, seal.sealed_at).equals(seal.hash)
      if (!intact) faults.push({ kind: 'seal-changed', seal: seal.id })
      if (!sameHash(seal.previous, previous)) faults.push({ kind: 'chain-broken', seal: seal.id })
      const found = await eventsByIds(platform.db, seal.event_ids)
      seal.event_ids.forEach((id, at) => {
        const event = found.get(id)
        if (!event) faults.push({ kind: 'event-missing', seal: seal.id, event: id })
        else if (!sameHash(leafHash(canonical(event)), seal.leaves[at] ?? null))
          faults.push({ kind: 'event-changed', seal: seal.id, event: id })
      })
      previous = seal.hash
      after = seal.id
      seals += 1
      events += seal.event_ids.length
    }
  }
}

function sameHash(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b)
}
