// SPDX-License-Identifier: MIT
import type { Accounts } from '../accounts.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { deleteDevices } from '../factors/remembered-devices.queries.ts'
import { deleteOwnSession, deleteSessionsOf } from '../sessions.queries.ts'
import { ownAccount } from './own-account.ts'
import { recordChange } from './tell-change.ts'

/**
 * Ends one session of the account, wherever it is open. Needs no fresh proof: closing a door is to be quick.
 *
 * @returns whether it was the account's
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function endOwnSession(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  id: string,
): Promise<boolean> {
  const { account } = await ownAccount(accounts, caller)
  return accounts.platform.db.transaction().execute(async (tx) => {
    const ended = await deleteOwnSession(tx, { id, accountId: account.id })
    if (ended) await recordChange(tx, accounts, client, { account, kind: 'session-ended' })
    return ended
  })
}

/** Ends all sessions of the account but this one. Returns how many. */
export async function endOtherSessions(accounts: Accounts, client: Client, caller: Caller): Promise<number> {
  const { session, account } = await ownAccount(accounts, caller)
  return accounts.platform.db.transaction().execute(async (tx) => {
    const count = await deleteSessionsOf(tx, account.id, session.sessionId)
    if (count > 0)
      await recordChange(tx, accounts, client, { account, kind: 'sessions-ended', detail: { count } })
    return count
  })
}

/** Forgets one remembered device of the account, or all: the second factor is asked there again. Returns how many. */
export async function forgetDevices(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  id?: string,
): Promise<number> {
  const { account } = await ownAccount(accounts, caller)
  return accounts.platform.db.transaction().execute(async (tx) => {
    const count = await deleteDevices(tx, { accountId: account.id, id })
    if (count > 0)
      await recordChange(tx, accounts, client, { account, kind: 'device-forgotten', detail: { count } })
    return count
  })
}
