// SPDX-License-Identifier: MIT
export { guardedRoles, needsSecondEyes, requireSecondEyes } from './needs-second-eyes.ts'
export {
  closePending,
  insertPending,
  lockPending,
  openPending,
  type PendingRow,
} from './pending-memberships.queries.ts'
