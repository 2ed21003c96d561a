// SPDX-License-Identifier: MIT
import { randomToken } from '../../platform/ids.ts'
import { actingAs } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { actorOf } from '../people/index.ts'
import { logAccount } from './account-log.ts'
import type { Accounts } from './accounts.ts'
import { accountById } from './accounts.queries.ts'
import type { Client } from './client.ts'
import { markDevice } from './device-mark.ts'
import { deviceWords, shortNetwork } from './device-words.ts'
import { hasSecondFactor } from './factors/factors.queries.ts'
import { awaitSecondFactor } from './factors/pending.ts'
import { isRemembered } from './factors/remembered-devices.ts'
import { deleteSession, insertSession } from './sessions.queries.ts'

/** A person was recognised: the cookies to send, and whose they are. */
export type SignedIn = {
  readonly ok: true
  readonly accountId: string
  readonly personId: string
  /** `Set-Cookie` headers to forward with the answer. */
  readonly setCookie: readonly string[]
}

/** The first proof is good; a second one is wanted, on `/connexion/code`, by the browser that has these cookies. */
export type SecondFactorWanted = {
  readonly ok: false
  readonly refusal: 'second-factor'
  readonly setCookie: readonly string[]
}

export type Closed = { readonly ok: false; readonly refusal: 'account-disabled' }

/** Whose account was proven and how. `strong`: the proof counts as two factors. */
export type ProvenAccount = {
  readonly accountId: string
  readonly method: string
  readonly strong: boolean
}

/**
 * Opens a session for an account that was proven, or asks for its second factor: when it has one, the proof was not
 * strong, and the person did not tell this browser to be remembered. The session that the browser had, if any, ends.
 *
 * Every way in passes here: a closed account, or one whose person has left the directory, has no session.
 */
export async function admit(
  accounts: Accounts,
  client: Client,
  { accountId, method, strong }: ProvenAccount,
): Promise<SignedIn | SecondFactorWanted | Closed> {
  const { platform } = accounts
  const account = await accountById(platform.db, accountId)
  const actor = account && (await actorOf(platform, account.person_id, client.locale))
  if (!account || account.disabled_at || !actor) return { ok: false, refusal: 'account-disabled' }
  const remembered = !strong && (await isRemembered(platform, client, accountId))
  if (!strong && !remembered && (await hasSecondFactor(platform.db, accountId))) {
    return {
      ok: false,
      refusal: 'second-factor',
      setCookie: [await awaitSecondFactor(platform, { accountId, method })],
    }
  }
  const setCookie = await openSession(accounts, client, {
    accountId,
    method,
    strong: strong || remembered,
    actor,
  })
  return {
    ok: true,
    accountId,
    personId: account.person_id,
    setCookie: [...setCookie, markDevice(platform, account.email)],
  }
}

async function openSession(
  { auth, platform, sessionHours }: Accounts,
  client: Client,
  session: ProvenAccount & { actor: NonNullable<Awaited<ReturnType<typeof actorOf>>> },
): Promise<readonly string[]> {
  const { accountId, method, strong, actor } = session
  const formerToken = await auth.api.sessionToken({ headers: client.headers })
  const token = randomToken(32)
  const at = platform.clock.now()
  await platform.db.transaction().execute(async (tx) => {
    if (formerToken) await deleteSession(tx, formerToken)
    await insertSession(tx, {
      id: platform.ids.next(),
      accountId,
      token,
      method,
      strong,
      network: shortNetwork(client.address),
      device: deviceWords(client.headers),
      at,
      expiresAt: new Date(at.getTime() + sessionHours * 3_600_000),
    })
    await logAccount(tx, platform, client, { accountId, kind: 'signed-in', method })
    await recordEvent(tx, actingAs(platform, actor), {
      kind: 'account.signed-in',
      payload: { accountId, method },
    })
  })
  const { headers } = await auth.api.carrySession({ body: { token }, returnHeaders: true })
  return headers.getSetCookie()
}
