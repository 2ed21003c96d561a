// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { JSONColumnType } from 'kysely'

/** Of whom a task is asked: a person, anybody of an organisation, anybody of a role, or a mailbox without account. */
export type AssigneeKind = 'person' | 'organisation' | 'role' | 'mailbox'

export type TasksTables = {
  tasks: {
    id: string
    entry_id: string
    collection: string
    task: string
    label: JSONColumnType<LocalizedText>
    assignee_kind: AssigneeKind
    assignee_id: string | null
    assignee_role: string | null
    assignee_email: string | null
    transition: string | null
    due_at: Date | null
    created_at: Date
    done_at: Date | null
    cancelled_at: Date | null
    run_id: string | null
    step: string | null
  }
}
