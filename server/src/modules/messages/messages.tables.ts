// SPDX-License-Identifier: MIT

type Author = { author_kind: string; author_id: string | null; author_name: string | null }

export type MessagesTables = {
  messages: Author & {
    id: string
    entry_id: string
    from_applicant: boolean
    asks: boolean
    body: string
    created_at: Date
  }
  notes: Author & {
    id: string
    entry_id: string
    audience: string
    tone: string
    body: string
    created_at: Date
  }
}
