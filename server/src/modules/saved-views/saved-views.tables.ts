// SPDX-License-Identifier: MIT

export type SavedViewsTables = {
  saved_views: {
    id: string
    person_id: string
    solution: string
    view: string
    role: string | null
    title: string
    asked: unknown
    created_at: Date
    updated_at: Date
    deleted_at: Date | null
  }
}
