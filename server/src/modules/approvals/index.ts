// SPDX-License-Identifier: MIT
export { changeRequestsRoutes } from './change-requests.routes.ts'
export { type ChangeRequest, listChangeRequests, type ProposedField } from './changes-of-entry.ts'
export { decideChange, type DecideChange, withdrawChange } from './decide-change.ts'
export { countChangesToDecide, listChangesToDecide, type WaitingChange } from './list-changes.ts'
export { remindLate, startApprovals } from './remind-late.ts'
export { tellOfChanges } from './tell-deciders.ts'
