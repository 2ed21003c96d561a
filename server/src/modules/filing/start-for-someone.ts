// SPDX-License-Identifier: MIT
import { type Answers, fieldType, isEmpty, mayDo, openingOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { inputProblems, type PlacedFieldProblem } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { findProcedure, type InstalledProcedure, installedProcedures } from '../catalogue/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { actorGrants } from '../entries/index.ts'
import { type FilingChannel, filingChannels } from '../events/index.ts'
import { fullName, type PersonName, tidyName } from '../people/index.ts'
import { insertDraft } from './drafts.queries.ts'
import { expiryFrom } from './open-draft.ts'

export type StartForSomeone = {
  /** Address of the procedure. */
  readonly procedure: string
  readonly name: PersonName
  /** Blank for who has none. */
  readonly email?: string
  readonly channel: string
}

/** A procedure that the actor may fill in for somebody. */
export type CounterProcedure = { readonly key: string; readonly title: string }

/** The procedures that are open today and that the actor may fill in for somebody else. */
export async function counterProcedures(context: Context): Promise<CounterProcedure[]> {
  const definitions = await definitionsOf(context)
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  return installedProcedures(definitions).flatMap((installed) =>
    openingOf(installed.procedure, today).open &&
    mayDo(actorGrants(definitions, installed.collectionRef, context), 'file-for')
      ? [{ key: installed.address, title: installed.procedure.title[context.actor.locale] }]
      : [],
  )
}

/**
 * Starts the form of a procedure for somebody who is at the counter, on the telephone or wrote a letter. It is the
 * agent's to fill in; once filed, the request is that person's: of their account when their mailbox is known, followed
 * by the link of their mail otherwise.
 *
 * @throws Problem `sign-in-required`; `not-found` for an unknown procedure; `not-allowed` without the right to file for
 *   somebody; `procedure-closed`; `invalid-input` for the name, the mailbox or the channel
 */
export async function startForSomeone(context: Context, request: StartForSomeone): Promise<{ id: string }> {
  const { actor } = context
  if (actor.kind !== 'person') throw problem(actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
  const definitions = await definitionsOf(context)
  const installed = findProcedure(definitions, request.procedure)
  if (!installed) throw problem('not-found')
  if (!mayDo(actorGrants(definitions, installed.collectionRef, context), 'file-for'))
    throw problem('not-allowed')
  const at = context.clock.now()
  if (!openingOf(installed.procedure, localDay(at, context.tenant.timeZone)).open)
    throw problem('procedure-closed')
  const { name, email, channel } = checked(installed, request)
  const id = context.ids.next()
  await insertDraft(
    context.db,
    {
      id,
      ownerId: actor.personId,
      solution: installed.release.solution.key,
      procedure: installed.key,
      releaseId: installed.release.id,
      answers: contactAnswers(installed, name, email),
      suggested: {},
      filedFor: { channel, name: fullName(name), email },
      createdAt: at,
      updatedAt: at,
      expiresAt: expiryFrom(at),
    },
    null,
  )
  return { id }
}

function checked(
  { collection }: InstalledProcedure,
  request: StartForSomeone,
): { name: PersonName; email: string | null; channel: FilingChannel } {
  const problems: PlacedFieldProblem[] = []
  const name = tidyName(request.name)
  if (!name) problems.push({ path: 'name', problem: { code: 'required' } })
  const channel = filingChannels.find((one) => one === request.channel)
  if (!channel) problems.push({ path: 'channel', problem: { code: 'required' } })
  const typed = request.email?.trim() ?? ''
  const key = collection.contact?.email
  const field = key === undefined ? undefined : collection.fields[key]
  const email = field && typed !== '' ? fieldType(field).check(typed, field) : undefined
  if (email && !email.ok) problems.push({ path: 'email', problem: email.problems[0].problem })
  if (problems.length > 0 || !name || !channel) {
    throw problem('invalid-input', { fields: inputProblems(problems) })
  }
  return { name, channel, email: email?.ok && !isEmpty(email.value) ? String(email.value) : null }
}

/** What is known of the person, in the fields by which the collection reaches its applicant. */
function contactAnswers(
  { collection: { contact, fields } }: InstalledProcedure,
  name: PersonName,
  email: string | null,
): Answers {
  const nameField = contact?.name === undefined ? undefined : fields[contact.name]
  const answers: Record<string, unknown> = {}
  if (contact?.name !== undefined && nameField) {
    answers[contact.name] = nameField.type === 'person_identity' ? { ...name } : fullName(name)
  }
  if (contact?.email !== undefined && email !== null) answers[contact.email] = email
  return answers
}
