// SPDX-License-Identifier: MIT
export {
  type Agent,
  type AgentMembership,
  findAgent,
  listAgents,
  listRoles,
  type RoleChoice,
} from './agents.ts'
export {
  awaitsAdministrator,
  createFirstAdministrator,
  type FirstOutcome,
  type FirstRefusal,
  makeFirstCode,
} from './first-administrator.ts'
export {
  addRole,
  type AgentOutcome,
  type AgentRefusal,
  endMembership,
  inviteAgain,
  inviteAgent,
  type NewMembership,
} from './invite-agent.ts'
export { setUpProgress, type SetUpProgress, type SetUpStep, setUpSteps } from './progress.ts'
export { listRightsChanges, type RightsLine } from './rights-journal.ts'
export { decidePending, listPending, type PendingMembership } from './second-eyes.ts'
