// SPDX-License-Identifier: MIT
import { all, any, compare, compareToday, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { type Accounts, accountStandings, invite, type InvitationRefusal } from '../accounts/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { changeEntry, createEntry, getEntry, listEntries, type LoadedEntry } from '../entries/index.ts'
import { recordEvent } from '../events/index.ts'
import { ensurePerson, mailboxOf, nameInParts } from '../people/index.ts'
import { membershipNames } from './members.ts'
import { rolesManagedIn } from './own-organisations.ts'

export type MemberRefusal = InvitationRefusal | 'missing-name' | 'unknown-role' | 'already-member'
export type MemberOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: MemberRefusal }

const refused = (refusal: MemberRefusal): MemberOutcome => ({ ok: false, refusal })

/**
 * Declares somebody a member of an organisation, in a role that the actor gives there, and mails them the way in when
 * they cannot sign in yet. The directory is written in the name of the body; the journal says who declared them.
 *
 * @throws Problem `not-found` for an organisation in which the actor gives no role
 */
export async function inviteMember(
  context: Context,
  accounts: Accounts,
  request: {
    readonly organisation: string
    readonly role: string
    readonly name: string
    readonly email: string
  },
): Promise<MemberOutcome> {
  const managed = await managedOrNotFound(context, request.organisation)
  if (!managed.includes(request.role)) return refused('unknown-role')
  const name = nameInParts(request.name)
  if (!name) return refused('missing-name')
  return undoneWhenRefused(context, async (tx) => {
    const email = request.email.trim()
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return refused('invalid-email')
    const personId = await ensurePerson(tx, context, { name, email })
    if (await isMember(context, { ...request, personId })) return refused('already-member')
    const { collection, names } = await membershipNames(context)
    const values = {
      [names.person]: personId,
      [names.organisation]: request.organisation,
      [names.role]: request.role,
      [names.startsOn]: localDay(context.clock.now(), context.tenant.timeZone),
    }
    const { id } = await createEntry(actingAs(context, system), { collection, values, owner: null }, tx)
    const { organisation, role } = request
    await recordEvent(tx, context, {
      kind: 'membership.given',
      entry: { id, collection },
      payload: { organisation, role },
    })
    return mailTheWayIn(tx, context, accounts, personId)
  })
}

/**
 * Mails the way in again to a member who has not used it; the former link is void.
 *
 * @throws Problem `not-found`
 */
export async function inviteMemberAgain(
  context: Context,
  accounts: Accounts,
  membershipId: string,
): Promise<MemberOutcome> {
  const { personId } = await managedMembership(context, membershipId)
  return undoneWhenRefused(context, (tx) => mailTheWayIn(tx, context, accounts, personId))
}

/**
 * Withdraws a member: what the role gave is refused from their next request on. What they did stays theirs, and the
 * membership stays with its days. Nobody withdraws themselves.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function withdrawMember(context: Context, membershipId: string): Promise<void> {
  const { entry, personId, organisation, role } = await managedMembership(context, membershipId)
  if (context.actor.kind === 'person' && context.actor.personId === personId) throw problem('not-allowed')
  const { names } = await membershipNames(context)
  const yesterday = new Date(context.clock.now().getTime() - 86_400_000)
  const endsOn = localDay(yesterday, context.tenant.timeZone)
  await context.db.transaction().execute(async (tx) => {
    const change = { id: entry.id, version: entry.version, values: { [names.endsOn]: endsOn } }
    await changeEntry(actingAs(context, system), change, tx)
    await recordEvent(tx, context, {
      kind: 'membership.withdrawn',
      entry: { id: entry.id, collection: entry.collection },
      payload: { organisation, role },
    })
  })
}

async function managedOrNotFound(context: Context, organisation: string): Promise<readonly string[]> {
  const managed = rolesManagedIn(await definitionsOf(context), context, organisation)
  if (managed.length === 0) throw problem('not-found')
  return managed
}

type Managed = {
  readonly entry: LoadedEntry
  readonly personId: string
  readonly organisation: string
  readonly role: string
}

/** A membership of a role that the actor gives in its organisation; no other can be told from one that is not there. */
async function managedMembership(context: Context, id: string): Promise<Managed> {
  const { collection, names } = await membershipNames(context)
  const entry = await getEntry(context.db, actingAs(context, system), id, { collection })
  const text = (key: string) => (typeof entry.values[key] === 'string' ? entry.values[key] : '')
  const [personId, organisation, role] = [text(names.person), text(names.organisation), text(names.role)]
  const managed = rolesManagedIn(await definitionsOf(context), context, organisation)
  if (!managed.includes(role)) throw problem('not-found')
  return { entry, personId, organisation, role }
}

async function isMember(
  context: Context,
  { personId, organisation, role }: { personId: string; organisation: string; role: string },
): Promise<boolean> {
  const { collection, names } = await membershipNames(context)
  const { rows } = await listEntries(actingAs(context, system), {
    collection,
    where: all(
      compare(names.person, 'eq', personId),
      compare(names.organisation, 'eq', organisation),
      compare(names.role, 'eq', role),
      any(compare(names.endsOn, 'empty'), compareToday(names.endsOn, 'gte')),
    ),
    limit: 1,
  })
  return rows.length > 0
}

/** Who can sign in already receives the role and no mail. */
async function mailTheWayIn(
  tx: Tx,
  context: Context,
  accounts: Accounts,
  personId: string,
): Promise<MemberOutcome> {
  const standing = (await accountStandings(tx, [personId])).get(personId)
  if (standing?.hasPassword && !standing.disabled) return { ok: true }
  const person = await mailboxOf(context, personId, tx)
  if (!person) return refused('invalid-email')
  const outcome = await invite(tx, accounts, person)
  return typeof outcome === 'string' ? refused(outcome) : { ok: true }
}

/** A refusal leaves nothing behind of what was written before it. */
async function undoneWhenRefused(
  context: Context,
  work: (tx: Tx) => Promise<MemberOutcome>,
): Promise<MemberOutcome> {
  class Refused extends Error {
    readonly outcome: MemberOutcome
    constructor(outcome: MemberOutcome) {
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
