// SPDX-License-Identifier: MIT
import {
  answersToKeep,
  type Answers,
  type FormOutcome,
  formFields,
  inLocale,
  isEmpty,
  openingOf,
  type Procedure,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { deleteFilesOfDraft, moveToEntry, namedFiles, removeContents } from '../attachments/index.ts'
import { createEntry } from '../entries/index.ts'
import { findPersonByEmail } from '../people/index.ts'
import { markFiled } from './drafts.queries.ts'
import type { FiledFor } from './filed-for.ts'
import { filingMessages } from './messages.ts'
import { getDraft, type OpenDraft, withProcedure } from './open-draft.ts'
import { decideForm, firstToDo } from './page-answers.ts'
import { type ProblemView, problemView } from './problem-view.ts'
import { ineligibility } from './review-draft.ts'
import { asksTheSame } from './same-questions.ts'
import type { Visitor } from './visitor.ts'

export type Submitted =
  | {
      readonly ok: true
      readonly entryId: string
      readonly number: string | null
      /** It had been sent already: nothing was filed a second time. */
      readonly again: boolean
    }
  | {
      readonly ok: false
      readonly refusal: 'incomplete' | 'not-eligible' | 'changed'
      /** What to do about it, in the reader's language. */
      readonly text: string
      /** For `incomplete`: where to go on. */
      readonly page: string | null
      readonly problems: readonly ProblemView[]
    }

/**
 * Files a draft: everything is checked again, then entry, files, event and the draft's end are one transaction.
 *
 * Sent twice, even at the same moment, it is filed once and the same request is answered. What follows (receipt,
 * access link) is the solution's flow. A refusal is a value; the draft stays as it was.
 *
 * @param reviewed the release whose questions the applicant has read (`ReviewView.release`): when another one that
 *   asks something else is in force, nothing is filed before they have seen it
 * @throws Problem `not-found`; `procedure-closed`, also outside of the opening window
 */
export async function submitDraft(
  context: Context,
  visitor: Visitor,
  id: string,
  { reviewed }: { reviewed?: string } = {},
): Promise<Submitted> {
  const { submitted, leftovers } = await context.db.transaction().execute(async (tx) => {
    const draft = await getDraft(tx, context, visitor, id, { forUpdate: true })
    if (draft.filed) {
      const { entryId, number } = draft.filed
      return { submitted: { ok: true, entryId, number, again: true } as const, leftovers: [] }
    }
    const open = await withProcedure(context, draft)
    const outcome = decideForm(open)
    const refused = await refusal(context, open, outcome, reviewed ?? draft.releaseId)
    return refused ? { submitted: refused, leftovers: [] } : file(tx, context, open, outcome.values)
  })
  await removeContents(context, leftovers)
  return submitted
}

async function refusal(
  context: Context,
  open: OpenDraft,
  outcome: FormOutcome,
  reviewed: string,
): Promise<Extract<Submitted, { ok: false }> | undefined> {
  const { draft, installed, scope } = open
  const { locale } = context.actor
  if (!openingOf(installed.procedure, scope.today).open) throw problem('procedure-closed')
  const refused = { ok: false, page: null, problems: [] } as const
  // What was reviewed comes from a form: only the two releases known here are looked at.
  const isKnown = reviewed === installed.release.id || reviewed === draft.releaseId
  if (!isKnown || !(await asksTheSame(context, reviewed, installed))) {
    return { ...refused, refusal: 'changed', text: filingMessages(locale).changed }
  }
  const problems = outcome.ok ? [] : outcome.problems.map((found) => problemView(context, open, found))
  const page = problems[0]?.page ?? firstToDo(open)?.key ?? null
  if (page !== null) {
    return { ...refused, refusal: 'incomplete', text: filingMessages(locale).incomplete, page, problems }
  }
  const [reason] = ineligibility(open)
  return reason ? { ...refused, refusal: 'not-eligible', text: inLocale(reason, locale) } : undefined
}

/** Filed under the profile of an organisation, a request is that organisation’s too. */
function forOrganisation({ actor }: Context, { forOrganisation: field }: Procedure): Record<string, string> {
  const profile = actor.kind === 'person' ? actor.profile : undefined
  return field !== undefined && profile?.kind === 'organisation' ? { [field]: profile.organisation } : {}
}

async function file(tx: Tx, context: Context, open: OpenDraft, checked: Answers) {
  const { draft, installed } = open
  const values = filedValues(open, checked)
  const { id: entryId, number } = await createEntry(
    context,
    {
      collection: installed.collectionRef,
      values,
      procedure: installed.key,
      presets: { ...installed.procedure.presets, ...forOrganisation(context, installed.procedure) },
      required: 'none',
      draftId: draft.id,
      ...(draft.filedFor && {
        owner: await ownerFor(tx, context, draft.filedFor, values[installed.collection.contact?.email ?? '']),
        forSomeone: draft.filedFor,
      }),
    },
    tx,
  )
  const ids = namedFiles(installed.collection.fields, values).map(({ id }) => id)
  const moved = await moveToEntry(tx, { draftId: draft.id, entryId, ids })
  if (moved !== ids.length) throw new Error(`draft ${draft.id} names files that it does not hold`)
  await markFiled(tx, draft.id, { entryId, number, at: context.clock.now() })
  const leftovers = await deleteFilesOfDraft(tx, draft.id)
  return { submitted: { ok: true, entryId, number, again: false } as const, leftovers }
}

/** The person of the mailbox that was typed last, when the body knows them: the request is theirs, not the agent's. */
async function ownerFor(
  tx: Tx,
  context: Context,
  { email }: FiledFor,
  typed: unknown,
): Promise<string | null> {
  const mailbox = typeof typed === 'string' && typed !== '' ? typed : email
  if (mailbox === null) return null
  return (await findPersonByEmail(context, mailbox, tx))?.id ?? null
}

/** The answers to the questions that were shown, consents dated from now. */
function filedValues({ installed, scope, known }: OpenDraft, checked: Answers): Answers {
  const asked = new Set(formFields(installed.form))
  const kept = answersToKeep(installed.form, scope, { ...known, ...checked })
  return Object.fromEntries(Object.entries(kept).filter(([key, value]) => asked.has(key) && !isEmpty(value)))
}
