// SPDX-License-Identifier: MIT
import { rolesWith, type Solution, spacesOf } from '@guichet/engine'
import { actingAs } from '../../../platform/context.ts'
import { problem } from '../../../platform/http/problems.ts'
import { definitionsOf } from '../../definitions/index.ts'
import { recordEvent } from '../../events/index.ts'
import { actorOf, type PersonActor } from '../../people/index.ts'
import { logAccount } from '../account-log.ts'
import { accountMail } from '../account-mail.ts'
import type { Accounts } from '../accounts.ts'
import { accountById, accountByPerson } from '../accounts.queries.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { hasSecondFactor } from '../factors/factors.queries.ts'
import { startActing, stopActing } from './impersonation.queries.ts'
import { isFresh, ownAccount, type ProofWanted, proofWanted } from './own-account.ts'

/** How long an administrator acts as somebody at most. */
export const actingMinutes = 30
const reasonLength = { min: 5, max: 300 } as const

export type ActingRefusal =
  | 'missing-reason'
  /** No account, a closed one, or their own. */
  | 'nobody-to-act-as'
  /** Whoever administers is not acted as: it would give more than one has. */
  | 'is-administrator'

export type ActingStarted =
  { readonly ok: true } | { readonly ok: false; readonly refusal: ActingRefusal } | ProofWanted

/**
 * Whom the page names before anything is done.
 *
 * @throws Problem as `actAs`; `not-found` too when the person has no account
 */
export async function actingTarget(
  accounts: Accounts,
  caller: Caller,
  personId: string,
): Promise<{ readonly name: string }> {
  await ownAccount(accounts, caller)
  await requireMayActAs(accounts, caller)
  const target = await accountByPerson(accounts.platform.db, { personId, email: '' })
  if (!target) throw problem('not-found')
  return { name: target.name }
}

/** The roles that this session serves decide, not those that wait for a second factor. */
async function requireMayActAs(
  { platform }: Accounts,
  { actor }: Caller,
): Promise<{ readonly actor: PersonActor; readonly installed: readonly Solution[] }> {
  const { solutions } = await definitionsOf(platform)
  const installed = [...solutions.values()].map(({ solution }) => solution)
  const allowed = rolesWith(installed, 'mayImpersonate')
  if (actor.kind !== 'person' || !actor.roles.some(({ role }) => allowed.has(role)))
    throw problem('not-found')
  return { actor, installed }
}

/**
 * Has an administrator act as a person for half an hour, to help them: with that person's rights, seen on every page,
 * both names in the journal, the person told by mail unless the body decided otherwise. Credentials stay out of reach.
 *
 * @throws Problem `sign-in-required`; `not-found` to who may not, whatever the person
 */
export async function actAs(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  { personId, reason }: { readonly personId: string; readonly reason: string },
): Promise<ActingStarted> {
  const { session, account } = await ownAccount(accounts, caller)
  const { platform } = accounts
  const { actor, installed } = await requireMayActAs(accounts, caller)
  // One who has a second factor proves it, whatever their roles ask.
  const weak = !session.strong && (await hasSecondFactor(platform.db, account.id))
  if (weak || !isFresh(accounts, session)) return proofWanted
  const why = reason.trim().slice(0, reasonLength.max)
  if (why.length < reasonLength.min) return { ok: false, refusal: 'missing-reason' }

  const target = await accountByPerson(platform.db, { personId, email: '' })
  const person = target && (await actorOf(platform, target.person_id))
  if (!target || !person || target.disabled_at || target.id === account.id)
    return { ok: false, refusal: 'nobody-to-act-as' }
  if (administers(installed, person)) return { ok: false, refusal: 'is-administrator' }

  const until = new Date(platform.clock.now().getTime() + actingMinutes * 60_000)
  await platform.db.transaction().execute(async (tx) => {
    await startActing(tx, { sessionId: session.sessionId, accountId: target.id, until, reason: why })
    const eventId = await recordEvent(tx, actingAs(platform, actor), {
      kind: 'account.acted-as',
      payload: { accountId: target.id, reason: why, until: until.toISOString() },
    })
    const detail = { by: account.name, reason: why }
    // Not whence: where the administrator sits is not the person's to know.
    await logAccount(tx, platform, undefined, { accountId: target.id, kind: 'acted-as', detail })
    await logAccount(tx, platform, client, {
      accountId: account.id,
      kind: 'acted-as',
      detail: { as: target.name },
    })
    if (platform.tenant.silentImpersonation === true) return
    const key = `account:acted-as:${eventId}`
    const mail = { key, kind: 'acted-as', to: target.email, locale: target.locale, ...detail } as const
    await accounts.sendMail(tx, accountMail(platform, mail))
  })
  return { ok: true }
}

function administers(installed: readonly Solution[], person: PersonActor): boolean {
  const allowed = rolesWith(installed, 'mayImpersonate')
  return spacesOf(installed, person).has('studio') || person.roles.some(({ role }) => allowed.has(role))
}

/** Ends acting as somebody. Safe to repeat. */
export async function stopActingAs(accounts: Accounts, client: Client, caller: Caller): Promise<void> {
  if (caller.by !== 'session' || !caller.acting) return
  const { platform } = accounts
  const { sessionId, accountId, acting } = caller
  const own = await accountById(platform.db, accountId)
  await platform.db.transaction().execute(async (tx) => {
    if (!(await stopActing(tx, sessionId))) return
    await recordEvent(tx, actingAs(platform, caller.actor), {
      kind: 'account.acted-as-ended',
      payload: { accountId: acting.accountId },
    })
    const by = own?.name ?? ''
    await logAccount(tx, platform, undefined, {
      accountId: acting.accountId,
      kind: 'acted-as-ended',
      detail: { by },
    })
    await logAccount(tx, platform, client, { accountId, kind: 'acted-as-ended' })
  })
}
