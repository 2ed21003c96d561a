// SPDX-License-Identifier: MIT
import { type Locale, system } from '@guichet/engine'
import { actingAs } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { accountMail } from './account-mail.ts'
import type { Accounts } from './accounts.ts'
import { accountById, writePassword } from './accounts.queries.ts'
import { admit, type Closed, type SecondFactorWanted, type SignedIn } from './admit.ts'
import { countAttempt, linkTries } from './attempts.ts'
import { logAccount } from './account-log.ts'
import type { Client } from './client.ts'
import { passwordRefusal, type PasswordRefusal } from './password-rules.ts'
import { deleteDevices } from './factors/remembered-devices.queries.ts'
import { deleteSessionsOf } from './sessions.queries.ts'
import type { TooManyAttempts } from './sign-in.ts'
import type { TokenPurpose } from './token-purposes.ts'
import { readToken, spendToken } from './tokens.ts'
import { deleteTokensOf } from './tokens.queries.ts'

/** Unknown, used or too old: which is not told, since a new one is asked for in the same way. */
type Expired = { readonly ok: false; readonly refusal: 'link-expired' }

/**
 * Signs in by the link of a mail, once; the second factor is asked next when there is one. To be called when a button is pressed, never when the page opens: programs
 * that look at the links of a mail would use it up.
 */
export async function useEmailLink(
  accounts: Accounts,
  client: Client,
  token: string,
): Promise<SignedIn | SecondFactorWanted | Expired | Closed | TooManyAttempts> {
  const { platform } = accounts
  const wait = await countAttempt(platform, linkTries(client))
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const accountId = await platform.db
    .transaction()
    .execute((tx) => spendToken(tx, platform, { purpose: 'email-link', token }))
  const account = accountId && (await accountById(platform.db, accountId))
  if (!account) return { ok: false, refusal: 'link-expired' }
  return admit(accounts, client, { accountId: account.id, method: 'email-link', strong: false })
}

/** Whether a page behind a link has something to offer, before anything is pressed. */
export async function isTokenGood(
  { platform }: Accounts,
  wanted: { purpose: TokenPurpose; token: string },
): Promise<boolean> {
  return (await readToken(platform, wanted)) !== undefined
}

/**
 * Changes (or, invited, chooses) the password of the account for which the link was sent, ends all its sessions, forgets
 * its remembered devices, voids its other links, and tells the mailbox. Does not sign in: the person then does, with the
 * new password, and with their second factor, which a reset never takes away.
 */
export async function resetPassword(
  accounts: Accounts,
  client: Client,
  {
    token,
    password,
    purpose = 'password-reset',
  }: { token: string; password: string; purpose?: 'password-reset' | 'invitation' },
): Promise<
  | { readonly ok: true }
  | Expired
  | TooManyAttempts
  | { readonly ok: false; readonly refusal: PasswordRefusal }
> {
  const { platform, auth, sendMail } = accounts
  const wait = await countAttempt(platform, linkTries(client))
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const accountId = await readToken(platform, { purpose, token })
  const account = accountId && (await accountById(platform.db, accountId))
  if (!account) return { ok: false, refusal: 'link-expired' }
  const owner = { email: account.email, name: account.name, body: platform.tenant.name }
  const refusal = await passwordRefusal(password, owner)
  if (refusal) return { ok: false, refusal }

  const { password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  return platform.db.transaction().execute(async (tx) => {
    const spent = await spendToken(tx, platform, { purpose, token })
    if (!spent) return { ok: false, refusal: 'link-expired' } as const
    const at = platform.clock.now()
    await writePassword(tx, { id: platform.ids.next(), accountId: account.id, password: hash, at })
    await deleteSessionsOf(tx, account.id)
    await deleteDevices(tx, { accountId: account.id })
    await deleteTokensOf(tx, account.id)
    await logAccount(tx, platform, client, {
      accountId: account.id,
      kind: 'password-changed',
      method: purpose,
    })
    const eventId = await recordEvent(tx, actingAs(platform, system), {
      kind: 'account.password-changed',
      payload: { accountId: account.id },
    })
    // Whoever was invited has just chosen the first one: nothing was changed behind their back.
    if (purpose === 'invitation') return { ok: true } as const
    const locale: Locale = account.locale
    const key = `account:password-changed:${eventId}`
    await sendMail(tx, accountMail(platform, { key, kind: 'password-changed', to: account.email, locale }))
    return { ok: true } as const
  })
}
