// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'

export type EntriesTables = {
  entries: {
    id: string
    solution: string
    collection: string
    release_id: string
    procedure: string | null
    number: string | null
    title: string
    state: string | null
    remembered_state: string | null
    owner_id: string | null
    locale: Locale | null
    version: number
    created_at: Date
    updated_at: Date
    state_since: Date
    closed_at: Date | null
    deleted_at: Date | null
    search: unknown
  }
}
