// SPDX-License-Identifier: MIT
import type { ProposedChanges } from '@guichet/engine'
import type { ColumnType } from 'kysely'

export const changeStates = ['pending', 'applied', 'rejected', 'withdrawn'] as const
export type ChangeState = (typeof changeStates)[number]

export type ChangeRequestsTables = {
  change_requests: {
    id: string
    entry_id: string
    collection: string
    /** `solution.circuit` */
    circuit: string
    /** Place of the level that decides now, or decided last. */
    level: number
    due_at: Date | null
    reminded_at: Date | null
    changes: ColumnType<ProposedChanges, string, never>
    state: ChangeState
    proposer_kind: string
    proposer_id: string | null
    proposer_name: string | null
    proposed_at: Date
    version: ColumnType<number, never, number>
  }
  change_decisions: {
    request_id: string
    level: number
    accepted: boolean
    reason: string | null
    actor_kind: string
    actor_id: string | null
    actor_name: string | null
    at: Date
  }
}
