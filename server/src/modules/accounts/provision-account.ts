// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import { nameInParts } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { readMailbox } from './mailbox.ts'
import { openAccount, type OpenedAccount } from './open-account.ts'
import { passwordRefusal, type PasswordRefusal } from './password-rules.ts'

export type ProvisionRefusal = 'missing-name' | 'invalid-email' | 'already-registered' | PasswordRefusal

/**
 * Makes an account in the name of the body, which vouches for the mailbox: the operator's command line and the
 * demonstration. Never reachable from a request. Without a password, the person signs in by a link. The name (the
 * first word is the first name) serves when the directory does not know the mailbox.
 */
export async function provisionAccount(
  { platform, auth }: Accounts,
  {
    email,
    name,
    password,
    locale = 'fr',
  }: { email: string; name?: string; password?: string; locale?: Locale },
): Promise<
  ({ readonly ok: true } & OpenedAccount) | { readonly ok: false; readonly refusal: ProvisionRefusal }
> {
  const mailbox = readMailbox(email)
  if (!mailbox) return { ok: false, refusal: 'invalid-email' }
  const refusal =
    password === undefined ? undefined : await passwordRefusal(password, { email: mailbox.address, name })
  if (refusal) return { ok: false, refusal }
  const { password: hasher } = await auth.$context
  const hash = password === undefined ? undefined : await hasher.hash(password)
  return platform.db.transaction().execute(async (tx) => {
    const { identity, address } = mailbox
    const opened = await openAccount(tx, platform, {
      email: address,
      identity,
      name: name === undefined ? undefined : nameInParts(name),
      locale,
      password: hash,
    })
    return typeof opened === 'string' ? { ok: false, refusal: opened } : { ok: true, ...opened }
  })
}
