// SPDX-License-Identifier: MIT
import { isAPIError } from 'better-auth/api'
import { actingAs } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { actorOf } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { accountByEmail, deleteSession } from './accounts.queries.ts'
import { countAttempt, forgiveAttempt, passwordTries } from './attempts.ts'
import { accountDisabled } from './auth.ts'
import type { Client } from './client.ts'
import { deviceOf, markDevice } from './device-mark.ts'
import { readMailbox } from './mailbox.ts'

/** A person was recognised: the cookies to send, and whose they are. */
export type SignedIn = {
  readonly ok: true
  readonly accountId: string
  readonly personId: string
  /** `Set-Cookie` headers to forward with the answer. */
  readonly setCookie: readonly string[]
}

export type SignInRefusal =
  /** Unknown mailbox or wrong password: which of the two is not told. */
  | { readonly ok: false; readonly refusal: 'wrong-credentials' }
  | { readonly ok: false; readonly refusal: 'account-disabled' }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly retryAfterSeconds: number }

/**
 * Signs a person in by password. The session that the browser had, if any, ends.
 *
 * An unknown mailbox takes the time of a wrong password: both compute one hash. That an account is closed is told only
 * to who has the right password. Too many failures make everyone wait but browsers the person has signed in on.
 */
export async function signIn(
  accounts: Accounts,
  client: Client,
  { email, password }: { email: string; password: string },
): Promise<SignedIn | SignInRefusal> {
  const identity = readMailbox(email)?.identity
  if (!identity) return { ok: false, refusal: 'wrong-credentials' }
  const counted = passwordTries(client, identity, deviceOf(accounts.platform, client.headers, identity))
  const wait = await countAttempt(accounts.platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }

  const proven = await provePassword(accounts, client, { email: identity, password })
  if (proven === 'wrong-credentials') return { ok: false, refusal: proven }
  await forgiveAttempt(accounts.platform, counted)
  if (proven === 'account-disabled') return { ok: false, refusal: proven }
  return finishSignIn(accounts, client, { email: identity, method: 'password', cookies: proven })
}

/** The session cookies, or why there are none. */
async function provePassword(
  { auth }: Accounts,
  client: Client,
  body: { email: string; password: string },
): Promise<readonly string[] | 'wrong-credentials' | 'account-disabled'> {
  try {
    const { headers } = await auth.api.signInEmail({
      body,
      headers: withoutCookies(client),
      returnHeaders: true,
    })
    return headers.getSetCookie()
  } catch (error) {
    if (!isAPIError(error)) throw error
    if (error.body?.code === accountDisabled) return 'account-disabled'
    if (error.statusCode >= 500) throw error
    return 'wrong-credentials'
  }
}

/**
 * Opens a session for an account recognised by other means than its password.
 *
 * @returns a refusal only when the account was closed or is gone
 */
export async function openSession(
  accounts: Accounts,
  client: Client,
  { email, accountId, method }: { email: string; accountId: string; method: string },
): Promise<SignedIn | Extract<SignInRefusal, { refusal: 'account-disabled' }>> {
  try {
    const { headers } = await accounts.auth.api.openSession({
      body: { accountId },
      headers: withoutCookies(client),
      returnHeaders: true,
    })
    return await finishSignIn(accounts, client, { email, method, cookies: headers.getSetCookie() })
  } catch (error) {
    if (isAPIError(error) && error.body?.code === accountDisabled)
      return { ok: false, refusal: 'account-disabled' }
    throw error
  }
}

async function finishSignIn(
  { auth, platform }: Accounts,
  client: Client,
  { email, method, cookies }: { email: string; method: string; cookies: readonly string[] },
): Promise<SignedIn> {
  const account = await accountByEmail(platform.db, email)
  if (!account) throw new Error('the account of an opened session is gone')
  const formerToken = await auth.api.sessionToken({ headers: client.headers })
  const actor = await actorOf(platform, account.person_id, client.locale)
  await platform.db.transaction().execute(async (tx) => {
    if (formerToken) await deleteSession(tx, formerToken)
    await recordEvent(tx, actingAs(platform, actor ?? { kind: 'nobody', locale: client.locale }), {
      kind: 'account.signed-in',
      payload: { accountId: account.id, method },
    })
  })
  return {
    ok: true,
    accountId: account.id,
    personId: account.person_id,
    setCookie: [...cookies, markDevice(platform, email)],
  }
}

/** A sign-in begins anew: nothing of a former session takes part in it. */
function withoutCookies(client: Client): Headers {
  const headers = new Headers(client.headers)
  headers.delete('cookie')
  return headers
}
