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
  solutions: { key: string; release_id: string; installed_at: Date }
}
