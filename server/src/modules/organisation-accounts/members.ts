// SPDX-License-Identifier: MIT
import { all, any, type CollectionRef, compare, compareToday, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { accountStandings } from '../accounts/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { listEntries } from '../entries/index.ts'
import { mailboxesOf } from '../people/index.ts'
import { roleTitle, rolesManagedIn } from './own-organisations.ts'

/** Somebody who holds, in an organisation, one of the roles that the actor gives there. */
export type Member = {
  readonly membershipId: string
  readonly name: string
  readonly email: string | null
  readonly role: string
  readonly roleTitle: string
  readonly since: string | null
  /** Whether they can sign in: invited (and until when), invited too long ago, or with a way in of their own. */
  readonly account: 'active' | 'invited' | 'lapsed' | 'closed'
  readonly invitedUntil: Date | null
}

const pageSize = 50

/**
 * The members of today of an organisation whom the actor may withdraw, last added first. Read in the name of the body:
 * who gives a role knows to whom it is given, and nothing more of them than their name and mailbox.
 *
 * @throws Problem `not-found` for an organisation in which they give no role
 */
export async function listMembers(
  context: Context,
  { organisation, after }: { readonly organisation: string; readonly after?: string | undefined },
): Promise<{ rows: Member[]; next: string | null }> {
  const definitions = await definitionsOf(context)
  const managed = rolesManagedIn(definitions, context, organisation)
  if (managed.length === 0) throw problem('not-found')
  const { collection, names } = await membershipNames(context)
  const { rows, next } = await listEntries(actingAs(context, system), {
    collection,
    where: all(
      compare(names.organisation, 'eq', organisation),
      compare(names.role, 'eq', [...managed]),
      any(compare(names.endsOn, 'empty'), compareToday(names.endsOn, 'gte')),
    ),
    sort: '-createdAt',
    limit: pageSize,
    ...(after !== undefined && { after }),
  })
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const people = rows.flatMap(({ values }) => text(values[names.person]) ?? [])
  const [mailboxes, standings] = await Promise.all([
    mailboxesOf(context, people),
    accountStandings(context.db, people),
  ])
  const now = context.clock.now()
  return {
    next,
    rows: rows.flatMap(({ id, values }): Member[] => {
      const person = text(values[names.person]) ?? ''
      const mailbox = mailboxes.get(person)
      const role = text(values[names.role]) ?? ''
      if (!mailbox) return []
      const standing = standings.get(person)
      return [
        {
          membershipId: id,
          name: mailbox.name,
          email: mailbox.email,
          role,
          roleTitle: roleTitle(definitions, role, context),
          since: text(values[names.startsOn]),
          account: accountOf(standing, now),
          invitedUntil: standing?.invitedUntil ?? null,
        },
      ]
    }),
  }
}

type Standing = { disabled: boolean; hasPassword: boolean; invitedUntil: Date | null }

function accountOf(standing: Standing | undefined, now: Date): Member['account'] {
  if (standing?.disabled) return 'closed'
  if (standing?.hasPassword) return 'active'
  return standing?.invitedUntil && standing.invitedUntil > now ? 'invited' : 'lapsed'
}

/** The collection of memberships, and the names of its fields. */
export async function membershipNames(context: Context) {
  const { identity: provider } = await definitionsOf(context)
  if (!provider) throw new Error('no installed solution holds memberships')
  const names = provider.identity.membership
  const collection: CollectionRef = `${provider.solution}.${names.collection}`
  return { collection, names }
}
