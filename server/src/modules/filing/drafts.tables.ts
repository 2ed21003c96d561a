// SPDX-License-Identifier: MIT

export type DraftsTables = {
  drafts: {
    id: string
    visitor_hash: string | null
    owner_id: string | null
    solution: string
    procedure: string
    release_id: string
    answers: unknown
    raw: unknown
    done_pages: string[]
    created_at: Date
    updated_at: Date
    expires_at: Date
    filed_at: Date | null
    filed_entry_id: string | null
    filed_number: string | null
    suggested: unknown
    filed_for: unknown
  }
  draft_links: {
    id: string
    draft_id: string
    token_hash: Buffer
    email: string
    created_at: Date
    expires_at: Date
  }
  draft_holders: { draft_id: string; visitor_hash: string }
}
