// SPDX-License-Identifier: MIT

export type DefinitionsTables = {
  releases: {
    id: string
    solution: string
    number: number
    definition: unknown
    published_at: Date
    published_by: string
  }
  /** The body's own edits, one row a version: the last of each solution is in force. */
  adjustments: {
    solution: string
    version: number
    value: unknown
    /** Place that changed: `mails.receipt`. */
    changed: string
    /** The version that this one takes up again. */
    restores: number | null
    at: Date
    by_name: string | null
  }
  solutions: { key: string; release_id: string; installed_at: Date }
}
