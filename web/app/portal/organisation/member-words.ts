// SPDX-License-Identifier: MIT
import type { MemberRefusal } from '@guichet/server'
import { m } from '../../paraglide/messages.js'

/** Why a member was not declared, and the field it is about. */
export function memberProblem(refusal: MemberRefusal): { readonly path: string; readonly text: string } {
  switch (refusal) {
    case 'missing-name':
      return { path: 'name', text: m.people_org_refused_name() }
    case 'invalid-email':
      return { path: 'email', text: m.people_org_refused_email() }
    case 'unknown-role':
      return { path: 'role', text: m.people_org_refused_role() }
    case 'already-member':
      return { path: 'email', text: m.people_org_refused_member() }
    case 'already-registered':
      return { path: 'email', text: m.people_org_refused_registered() }
    case 'account-disabled':
      return { path: 'email', text: m.people_org_refused_disabled() }
  }
}
