// SPDX-License-Identifier: MIT
import { accountMail } from '../account-mail.ts'
import type { Accounts } from '../accounts.ts'
import { writePassword } from '../accounts.queries.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { passwordRefusal, type PasswordRefusal } from '../password-rules.ts'
import { deleteDevices } from '../factors/remembered-devices.queries.ts'
import { deleteSessionsOf } from '../sessions.queries.ts'
import { deleteTokensOf } from '../tokens.queries.ts'
import { isFresh, ownAccount, type ProofWanted, proofWanted } from './own-account.ts'
import { recordChange } from './tell-change.ts'

/**
 * Changes the password of the account, or gives it one. Every other session ends, remembered devices are forgotten,
 * links sent by mail are void, and the mailbox is told.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function changePassword(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  password: string,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: PasswordRefusal } | ProofWanted> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  const { platform, auth, sendMail } = accounts
  const owner = { email: account.email, name: account.name, body: platform.tenant.name }
  const refusal = await passwordRefusal(password, owner)
  if (refusal) return { ok: false, refusal }
  const { password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  await platform.db.transaction().execute(async (tx) => {
    const at = platform.clock.now()
    await writePassword(tx, { id: platform.ids.next(), accountId: account.id, password: hash, at })
    await deleteSessionsOf(tx, account.id, session.sessionId)
    await deleteDevices(tx, { accountId: account.id })
    await deleteTokensOf(tx, account.id)
    const eventId = await recordChange(tx, accounts, client, { account, kind: 'password-changed' })
    const key = `account:password-changed:${eventId}`
    const mail = { key, kind: 'password-changed', to: account.email, locale: account.locale } as const
    await sendMail(tx, accountMail(platform, mail))
  })
  return { ok: true }
}
