// SPDX-License-Identifier: MIT
import { openingOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { findProcedure } from '../catalogue/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { giveDrafts, insertDraft, untouchedDraft } from './drafts.queries.ts'
import { expiryFrom, holderOf } from './open-draft.ts'
import { suggestedAnswers, valuesOf } from './suggest-answers.ts'
import { type Visitor, visitorHash } from './visitor.ts'

/**
 * Starts a draft of a procedure, for the signed-in person or for this browser. Starting the same procedure again
 * before anything was answered opens the same draft.
 *
 * @throws Problem `not-found` for an unknown procedure; `procedure-closed` outside of its opening window;
 *   `malformed-request` for a browser without its cookie
 */
export async function startDraft(
  context: Context,
  visitor: Visitor,
  procedureKey: string,
): Promise<{ id: string }> {
  const installed = findProcedure(await definitionsOf(context), procedureKey)
  if (!installed) throw problem('not-found')
  const at = context.clock.now()
  if (!openingOf(installed.procedure, localDay(at, context.tenant.timeZone)).open)
    throw problem('procedure-closed')

  const holder = holderOf(context, visitor)
  if (holder.personId === null && holder.visitorHash === null) throw problem('malformed-request', {})
  const subject = {
    solution: installed.release.solution.key,
    procedure: installed.key,
    releaseId: installed.release.id,
  }
  const known = await untouchedDraft(context.db, holder, subject, at)
  if (known !== undefined) return { id: known }
  const id = context.ids.next()
  const suggested = await suggestedAnswers(context, installed)
  await insertDraft(
    context.db,
    {
      id,
      ...subject,
      ownerId: holder.personId,
      answers: valuesOf(suggested),
      suggested,
      filedFor: null,
      createdAt: at,
      updatedAt: at,
      expiresAt: expiryFrom(at),
    },
    holder.personId === null ? holder.visitorHash : null,
  )
  return { id }
}

/**
 * Gives this browser's drafts to the person who has just signed in there. Called by the sign-in.
 *
 * @returns how many were given
 */
export async function claimDrafts(context: Context, visitor: Visitor): Promise<number> {
  const hash = visitorHash(visitor)
  if (context.actor.kind !== 'person' || hash === null) return 0
  return giveDrafts(context.db, hash, context.actor.personId)
}
