// SPDX-License-Identifier: MIT
export * from './event.ts'
export { dispatchQueue, type NewEvent, recordEvent, recordEvents } from './record-event.ts'
export {
  type Creator,
  creatorsOf,
  eventsByIds,
  eventsOfEntry,
  lastMove,
  movesAndChangesOf,
} from './events.queries.ts'
export { sealEvents } from './seal-events.ts'
export { verifySeals, type SealFault, type Verification } from './verify-seals.ts'
