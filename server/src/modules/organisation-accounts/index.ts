// SPDX-License-Identifier: MIT
export {
  inviteMember,
  inviteMemberAgain,
  type MemberOutcome,
  type MemberRefusal,
  withdrawMember,
} from './change-members.ts'
export { listMembers, type Member } from './members.ts'
export { myOrganisations, type OwnOrganisation } from './own-organisations.ts'
