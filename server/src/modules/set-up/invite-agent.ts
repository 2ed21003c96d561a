// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Accounts, invite, type InvitationRefusal } from '../accounts/index.ts'
import { definitionsOf, requireStudio } from '../definitions/index.ts'
import { changeEntry, createEntry, getEntry } from '../entries/index.ts'
import {
  directoryOf,
  findPersonByEmail,
  type Mailbox,
  mailboxOf,
  nameInParts,
  nameValue,
} from '../people/index.ts'
import { needsSecondEyes } from '../four-eyes/index.ts'
import { membershipsOf, roleChoices } from './agents.ts'
import { askSecondEyes } from './second-eyes.ts'

/** A role to give, where, and between which days. */
export type NewMembership = {
  /** `solution.role` */
  readonly role: string
  readonly organisation: string
  readonly startsOn?: string | undefined
  readonly endsOn?: string | undefined
}

export type AgentRefusal =
  | InvitationRefusal
  | 'missing-name'
  | 'unknown-role'
  | 'missing-organisation'
  | 'ends-before-start'
  | 'own-access'
export type AgentOutcome =
  | {
      readonly ok: true
      readonly personId: string
      /** The role waits for a second administrator. */
      readonly awaits?: true
    }
  | { readonly ok: false; readonly refusal: AgentRefusal }

/**
 * Gives somebody a role and mails them the way in: the person enters the directory if need be, the account is opened
 * without a password, which they choose by the link. All in one transaction, under the actor's own rights on the
 * directory. Somebody who can sign in already receives the role and no mail.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `invalid-input`
 */
export async function inviteAgent(
  context: Context,
  accounts: Accounts,
  request: { readonly name: string; readonly email: string; readonly membership: NewMembership },
): Promise<AgentOutcome> {
  await requireStudio(context)
  const refusal = await refusalOf(context, request.membership)
  if (refusal) return { ok: false, refusal }
  return undoneWhenRefused(context, async (tx) => {
    const known = await findPersonByEmail(context, request.email.trim(), tx)
    const person = known ?? (await addPerson(tx, context, request))
    if (typeof person === 'string') return { ok: false, refusal: person }
    const awaits = await addMembership(tx, context, person.id, request.membership)
    const outcome = await invited(tx, accounts, person)
    return outcome.ok && awaits ? { ...outcome, awaits } : outcome
  })
}

/** Gives one more role to somebody of the directory. */
export async function addRole(
  context: Context,
  { personId, membership }: { readonly personId: string; readonly membership: NewMembership },
): Promise<AgentOutcome> {
  await requireStudio(context)
  const refusal = await refusalOf(context, membership)
  if (refusal) return { ok: false, refusal }
  const { person } = await directoryOf(context)
  return context.db.transaction().execute(async (tx) => {
    await getEntry(tx, context, personId, { collection: person.ref })
    const awaits = await addMembership(tx, context, personId, membership)
    return { ok: true, personId, ...(awaits && { awaits }) }
  })
}

/**
 * Mails the way in again; the former link is void.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function inviteAgain(
  context: Context,
  accounts: Accounts,
  personId: string,
): Promise<AgentOutcome> {
  await requireStudio(context)
  const { person } = await directoryOf(context)
  const entry = await getEntry(context.db, context, personId, { collection: person.ref })
  if (!entry.may('edit')) throw problem('not-allowed')
  const mailbox = await mailboxOf(context, personId)
  if (!mailbox) return { ok: false, refusal: 'invalid-email' }
  return undoneWhenRefused(context, (tx) => invited(tx, accounts, mailbox))
}

/**
 * Ends a membership: at once, its last day being yesterday, or after a day to come. Nothing is erased, and what the
 * role gave is refused from the next request on. One's own way into the studio is not closed behind oneself.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`, `entry-changed`, `invalid-input`
 */
export async function endMembership(
  context: Context,
  { id, lastDay }: { readonly id: string; readonly lastDay?: string | undefined },
): Promise<AgentOutcome> {
  await requireStudio(context)
  const { collection, names } = await membershipsOf(context)
  const entry = await getEntry(context.db, context, id, { collection })
  const holder = entry.values[names.person]
  const personId = typeof holder === 'string' ? holder : ''
  const opensStudio = roleChoices(await definitionsOf(context)).some(
    ({ role, space }) => role === entry.values[names.role] && space === 'studio',
  )
  if (opensStudio && context.actor.kind === 'person' && context.actor.personId === personId)
    return { ok: false, refusal: 'own-access' }
  const yesterday = new Date(context.clock.now().getTime() - 86_400_000)
  const ends = lastDay ?? localDay(yesterday, context.tenant.timeZone)
  await changeEntry(context, { id, version: entry.version, values: { [names.endsOn]: ends } })
  return { ok: true, personId }
}

async function refusalOf(context: Context, membership: NewMembership): Promise<AgentRefusal | undefined> {
  const { role, organisation, startsOn, endsOn } = membership
  const known = roleChoices(await definitionsOf(context)).some((choice) => choice.role === role)
  if (!known) return 'unknown-role'
  if (organisation === '') return 'missing-organisation'
  return startsOn && endsOn && endsOn < startsOn ? 'ends-before-start' : undefined
}

async function addPerson(
  tx: Tx,
  context: Context,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<Mailbox | AgentRefusal> {
  const parts = nameInParts(name)
  if (!parts) return 'missing-name'
  const { person } = await directoryOf(context)
  const values = { [person.fields.name]: nameValue(person, parts), [person.fields.email]: email.trim() }
  const { id } = await createEntry(
    context,
    { collection: person.ref, values, owner: null, required: 'none' },
    tx,
  )
  const made = await mailboxOf(context, id, tx)
  return made ?? 'invalid-email'
}

/** Gives the role, or asks a second administrator for it: whether it waits. */
async function addMembership(
  tx: Tx,
  context: Context,
  personId: string,
  membership: NewMembership,
): Promise<true | undefined> {
  if (await needsSecondEyes(context, membership.role)) {
    await askSecondEyes(tx, context, personId, membership)
    return true
  }
  const { collection, names } = await membershipsOf(context)
  const { role, organisation, startsOn, endsOn } = membership
  const values = {
    [names.person]: personId,
    [names.organisation]: organisation,
    [names.role]: role,
    ...(startsOn && { [names.startsOn]: startsOn }),
    ...(endsOn && { [names.endsOn]: endsOn }),
  }
  await createEntry(context, { collection, values, owner: null }, tx)
  return undefined
}

async function invited(tx: Tx, accounts: Accounts, person: Mailbox): Promise<AgentOutcome> {
  const outcome = await invite(tx, accounts, person)
  return typeof outcome === 'string' ? { ok: false, refusal: outcome } : { ok: true, personId: person.id }
}

/** A refusal leaves nothing behind of what was written before it. */
async function undoneWhenRefused(
  context: Context,
  work: (tx: Tx) => Promise<AgentOutcome>,
): Promise<AgentOutcome> {
  class Refused extends Error {
    readonly outcome: AgentOutcome
    constructor(outcome: AgentOutcome) {
      super('refused')
      this.outcome = outcome
    }
  }
  try {
    return await context.db.transaction().execute(async (tx) => {
      const outcome = await work(tx)
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}
