// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import type { Generated } from 'kysely'

export type LinksTables = {
  access_links: {
    id: string
    token_hash: Buffer
    /** `solution.purpose`. */
    purpose: string
    entry_id: string
    email: string
    name: string
    made_by_kind: Actor['kind']
    made_by_id: string | null
    made_by_name: string | null
    created_at: Date
    expires_at: Date
    revoked_at: Date | null
    revoked_reason: string | null
    last_opened_at: Date | null
    opened_count: Generated<number>
    /** The link that this one was asked in place of, from its page. */
    replaces: string | null
  }
}
