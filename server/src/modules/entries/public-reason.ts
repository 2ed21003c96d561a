// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { type EventActor, lastMove } from '../events/index.ts'
import { askedViews, type AskedFieldView } from './asked-fields.ts'
import { getEntry } from './load-entry.ts'

/** What the applicant was told by an action: why it was refused, what is to be corrected, the answer. */
export type PublicReason = {
  readonly reason: string
  readonly by: EventActor
  readonly at: Date
  /** Fields to correct or complete, each with its word. */
  readonly asked: readonly AskedFieldView[]
}

/**
 * The words of the latest action that speaks to the applicant (`publicReason`), for whoever may read the entry; nothing
 * when that action was taken without a word. Reasons meant for those who handle the entry stay in its history.
 */
export async function publicReason(context: Context, id: string): Promise<PublicReason | null> {
  const entry = await getEntry(context.db, context, id)
  const transitions = Object.entries(entry.definition.lifecycle?.transitions ?? {})
  const speaking = transitions.filter(([, transition]) => transition.publicReason).map(([key]) => key)
  if (speaking.length === 0) return null
  const last = await lastMove(context.db, id, speaking)
  if (last?.payload.reason === undefined) return null
  const asked = askedViews(entry, last.payload.asked, context.actor.locale)
  return { reason: last.payload.reason, by: last.actor, at: last.at, asked }
}
