// SPDX-License-Identifier: MIT
import type { JSONColumnType } from 'kysely'
import type { RunError } from './run-error.ts'

/**
 * Where a run stands. `running`: its next step is due. `waiting`: until an instant or a fact. `calling`: an outside
 * call is due, or under way until `wake_at`. `failed`: its step is tried again at `wake_at`. `parked`: nobody tries any more until someone asks for it.
 */
export const runStatuses = ['running', 'waiting', 'calling', 'failed', 'parked', 'done'] as const
export type RunStatus = (typeof runStatuses)[number]

/** `calling`: the intent to call is recorded, the answer is not. */
export type StepStatus = 'waiting' | 'calling' | 'failed' | 'done'

export type FlowsTables = {
  runs: {
    id: string
    solution: string
    flow: string
    release_id: string
    entry_id: string
    event_id: number
    replay: number
    depth: number
    status: RunStatus
    step: string | null
    attempt: number
    wake_at: Date | null
    watches: boolean
    error: JSONColumnType<RunError> | null
    started_at: Date
    updated_at: Date
    finished_at: Date | null
  }
  run_steps: {
    run_id: string
    step: string
    status: StepStatus
    attempt: number
    started_at: Date
    finished_at: Date | null
    output: unknown
  }
}
