// SPDX-License-Identifier: MIT

export type ClocksTables = {
  clocks: {
    entry_id: string
    state: string
    due_on: string | null
    look_on: string | null
    told: string | null
    updated_at: Date
  }
  receipts: { entry_id: string; kind: string; issued_at: Date; content: unknown }
}
