// SPDX-License-Identifier: MIT
import type { Generated } from 'kysely'

export type EventsTables = {
  events: {
    id: Generated<number>
    at: Date
    kind: string
    entry_id: string | null
    collection: string | null
    actor_kind: string
    actor_id: string | null
    actor_name: string | null
    payload: unknown
    seal_id: number | null
  }
  seals: {
    id: Generated<number>
    sealed_at: Date
    previous: Buffer | null
    root: Buffer
    hash: Buffer
    event_ids: number[]
    leaves: Buffer[]
  }
}
