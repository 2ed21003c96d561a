// SPDX-License-Identifier: MIT
export { type ChangeState, changeStates } from './change-requests.tables.ts'
export {
  changeById,
  type ChangeRow,
  changesOfEntry,
  countWaiting,
  type DecidedPlace,
  type DecisionRow,
  decisionsOf,
  insertChanges,
  insertDecision,
  takeLate,
  updateChange,
  waitingAt,
  type WaitingRow,
} from './change-requests.queries.ts'
export { circuitOf, dueAt, type NamedCircuit } from './circuit-of.ts'
