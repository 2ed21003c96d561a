// SPDX-License-Identifier: MIT
export { advanceQueue } from './advance-queue.ts'
export { dispatchEvents, type EventListener } from './dispatch-events.ts'
export type { RunStatus, StepStatus } from './flows.tables.ts'
export { listParkedRuns, listRuns, replayRun, resumeRun } from './follow-runs.ts'
export type { RunStepView, RunView } from './run-view.ts'
export { startFlows } from './start-flows.ts'
export { sweepRuns, takeUpRuns } from './take-up-runs.ts'
