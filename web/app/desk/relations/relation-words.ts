// SPDX-License-Identifier: MIT
import type { RelationRefusal } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import type { ShownState } from '../../ui/StateBadge.tsx'

/** Why a link was not added or ended, and the field it is about. */
export function relationProblem(refusal: RelationRefusal): { readonly path: string; readonly text: string } {
  switch (refusal) {
    case 'no-one':
      return { path: 'other', text: m.people_relation_no_one() }
    case 'itself':
      return { path: 'other', text: m.people_relation_itself() }
    case 'missing-kind':
      return { path: 'kind', text: m.people_relation_missing_kind() }
    case 'already-linked':
      return { path: 'other', text: m.people_relation_already_linked() }
    case 'already-ended':
      return { path: '', text: m.people_relation_already_ended() }
    case 'ends-before-start':
      return { path: '', text: m.people_relation_ends_before_start() }
  }
}

/** Where a link stands, by colour, icon and word. */
export function standingState(standing: 'now' | 'later' | 'ended'): ShownState {
  if (standing === 'ended') return { label: m.people_relation_ended(), tone: 'idle', icon: 'lock' }
  return standing === 'later'
    ? { label: m.people_relation_later(), tone: 'wait', icon: 'hourglass' }
    : { label: m.people_relation_now(), tone: 'ok', icon: 'circle-check' }
}
