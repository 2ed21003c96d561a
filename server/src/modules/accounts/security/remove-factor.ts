// SPDX-License-Identifier: MIT
import type { Tx } from '../../../platform/db/database.ts'
import type { Accounts } from '../accounts.ts'
import type { AccountRow } from '../accounts.queries.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { deleteCodeApp, deleteRecoveryCodes, hasSecondFactor } from '../factors/factors.queries.ts'
import { deletePasskey } from '../factors/passkeys.queries.ts'
import { drawRecoveryCodes, keepRecoveryCodes } from '../factors/recovery-codes.ts'
import { deleteDevices } from '../factors/remembered-devices.queries.ts'
import { weakenSessions } from '../sessions.queries.ts'
import { isFresh, ownAccount, type ProofWanted, proofWanted } from './own-account.ts'
import { recordAndTell } from './tell-change.ts'

type Removed = { readonly ok: true } | { readonly ok: false; readonly refusal: 'not-there' } | ProofWanted

/**
 * Codes of the application are asked no more.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export function removeCodeApp(accounts: Accounts, client: Client, caller: Caller): Promise<Removed> {
  return remove(accounts, caller, async (tx, account) => {
    if (!(await deleteCodeApp(tx, account.id))) return false
    await recordAndTell(tx, accounts, client, { account, kind: 'code-app-removed' })
    return true
  })
}

/**
 * A passkey opens the account no more.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export function removePasskey(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  id: string,
): Promise<Removed> {
  return remove(accounts, caller, async (tx, account) => {
    const name = await deletePasskey(tx, { id, accountId: account.id })
    if (name === undefined) return false
    await recordAndTell(tx, accounts, client, { account, kind: 'passkey-removed', detail: { name } })
    return true
  })
}

/** After the last factor, what stood in for one goes too, and no session is strong any more. */
async function remove(
  accounts: Accounts,
  caller: Caller,
  act: (tx: Tx, account: AccountRow) => Promise<boolean>,
): Promise<Removed> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  return accounts.platform.db.transaction().execute(async (tx) => {
    if (!(await act(tx, account))) return { ok: false, refusal: 'not-there' } as const
    if (!(await hasSecondFactor(tx, account.id))) {
      await deleteRecoveryCodes(tx, account.id)
      await deleteDevices(tx, { accountId: account.id })
      await weakenSessions(tx, account.id)
    }
    return { ok: true } as const
  })
}

/**
 * New recovery codes, shown this once; the former ones are void.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function renewRecoveryCodes(
  accounts: Accounts,
  client: Client,
  caller: Caller,
): Promise<
  | { readonly ok: true; readonly recoveryCodes: readonly string[] }
  | { readonly ok: false; readonly refusal: 'no-factor' }
  | ProofWanted
> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  const { platform } = accounts
  if (!(await hasSecondFactor(platform.db, account.id))) return { ok: false, refusal: 'no-factor' }
  const { codes, hashes } = await drawRecoveryCodes(account.id)
  await platform.db.transaction().execute(async (tx) => {
    await keepRecoveryCodes(tx, platform, { accountId: account.id, hashes })
    await recordAndTell(tx, accounts, client, { account, kind: 'recovery-codes-made' })
  })
  return { ok: true, recoveryCodes: codes }
}
