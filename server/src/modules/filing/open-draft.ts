// SPDX-License-Identifier: MIT
import type { Answers, FormScope } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { findProcedure, type InstalledProcedure } from '../catalogue/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { isUuid } from '../entries/index.ts'
import { type Draft, draftLifetimeDays } from './draft.ts'
import { formWithoutMailbox } from './filed-for.ts'
import { type DraftHolder, findDraft } from './drafts.queries.ts'
import { type Visitor, visitorHash } from './visitor.ts'

/** A draft with the procedure in force that it is for. */
export type OpenDraft = {
  readonly draft: Draft
  readonly installed: InstalledProcedure
  readonly scope: FormScope
  /** The answers with what the procedure sets: what conditions are read on. */
  readonly known: Answers
}

/** Whose drafts the actor and this browser may open. */
export function holderOf(context: Context, visitor: Visitor): DraftHolder {
  const { actor } = context
  return { personId: actor.kind === 'person' ? actor.personId : null, visitorHash: visitorHash(visitor) }
}

/**
 * Opens a draft under the definitions in force: an applicant always fills in the present form.
 *
 * @throws Problem `not-found` when there is none, it is somebody else's, expired or filed; `procedure-closed` when its
 *   procedure is not offered any more
 */
export async function openDraft(
  executor: Db | Tx,
  context: Context,
  visitor: Visitor,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<OpenDraft> {
  const draft = await getDraft(executor, context, visitor, id, options)
  if (draft.filed) throw problem('not-found')
  return withProcedure(context, draft)
}

/** The draft alone, filed or not. @throws Problem `not-found` */
export async function getDraft(
  executor: Db | Tx,
  context: Context,
  visitor: Visitor,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<Draft> {
  const holder = holderOf(context, visitor)
  const draft = isUuid(id) ? await findDraft(executor, id, holder, context.clock.now(), options) : undefined
  if (!draft) throw problem('not-found')
  return draft
}

/** The same draft with its procedure. @throws Problem `procedure-closed` */
export async function withProcedure(context: Context, draft: Draft): Promise<OpenDraft> {
  const found = findProcedure(await definitionsOf(context), `${draft.solution}.${draft.procedure}`)
  if (!found) throw problem('procedure-closed')
  const hasNoMailbox = draft.filedFor !== null && draft.filedFor.email === null
  const installed = hasNoMailbox ? { ...found, form: formWithoutMailbox(found) } : found
  return {
    draft,
    installed,
    scope: scopeOf(context, installed),
    known: { ...installed.procedure.presets, ...draft.answers },
  }
}

/** What the form's conditions and limits are read against, now. */
export function scopeOf(context: Context, { collection }: InstalledProcedure): FormScope {
  const { timeZone } = context.tenant
  const now = context.clock.now()
  return { collection, timeZone, now: now.toISOString(), today: localDay(now, timeZone) }
}

export function expiryFrom(at: Date): Date {
  return new Date(at.getTime() + draftLifetimeDays * 86_400_000)
}
