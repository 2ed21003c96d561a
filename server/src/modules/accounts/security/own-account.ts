// SPDX-License-Identifier: MIT
import { problem } from '../../../platform/http/problems.ts'
import type { Accounts } from '../accounts.ts'
import { accountById, type AccountRow } from '../accounts.queries.ts'
import type { Caller } from '../caller-of.ts'

export type SessionCaller = Extract<Caller, { by: 'session' }>

/** How long a proof is fresh: what could take an account over is done within, or after another proof. */
const freshMinutes = 15

/** Refused until the person proves again who they are, on `/compte/verification`. */
export type ProofWanted = { readonly ok: false; readonly refusal: 'proof-wanted' }

/**
 * The account of who signed in, for what only its owner may see and do. Who acts as somebody else touches neither
 * account: not that person's, since it is not theirs, nor their own, since the page shows another name.
 *
 * @throws Problem `sign-in-required`, also for a program with a key; `not-allowed` to who acts as somebody else
 */
export async function ownAccount(
  { platform }: Accounts,
  caller: Caller,
): Promise<{ readonly session: SessionCaller; readonly account: AccountRow }> {
  if (caller.by !== 'session') throw problem('sign-in-required')
  if (caller.acting) throw problem('not-allowed')
  const account = await accountById(platform.db, caller.accountId)
  if (!account) throw problem('sign-in-required')
  return { session: caller, account }
}

/** Whether the person proved who they are a moment ago: a browser left open is not them. */
export function isFresh({ platform }: Accounts, { provenAt }: SessionCaller): boolean {
  return platform.clock.now().getTime() - provenAt.getTime() < freshMinutes * 60_000
}

/** Whether what needs a fresh proof may be done now, so that pages ask for one before they are filled. */
export async function hasFreshProof(accounts: Accounts, caller: Caller): Promise<boolean> {
  return isFresh(accounts, (await ownAccount(accounts, caller)).session)
}

export const proofWanted: ProofWanted = { ok: false, refusal: 'proof-wanted' }
