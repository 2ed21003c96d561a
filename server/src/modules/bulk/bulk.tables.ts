// SPDX-License-Identifier: MIT

export type BulkTables = {
  bulks: {
    id: string
    person_id: string
    locale: string
    collection: string
    transition: string
    status: string
    answers: unknown
    reason: string | null
    origin: string | null
    undoes: string | null
    created_at: Date
    standing: unknown
    started_at: Date | null
    finished_at: Date | null
  }
  bulk_items: {
    bulk_id: string
    position: number
    entry_id: string
    version: number
    transition: string
    from_state: string
    to_state: string | null
    status: string
    refusal: unknown
    done_at: Date | null
  }
}
