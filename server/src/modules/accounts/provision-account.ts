// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import { nameInParts } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { readMailbox } from './mailbox.ts'
import { openAccount } from './open-account.ts'
import { passwordRefusal, type PasswordRefusal } from './password-rules.ts'

export type ProvisionRefusal = 'missing-name' | 'invalid-email' | 'already-registered' | PasswordRefusal

/**
 * Makes an account in the name of the body, which vouches for the mailbox: the operator's command line and the
 * demonstration. Never reachable from a request. Without a password, the person signs in by a link.
 */
export async function provisionAccount(
  { platform, auth }: Accounts,
  {
    email,
    name,
    password,
    locale = 'fr',
  }: { email: string; name: string; password?: string; locale?: Locale },
): Promise<
  | { readonly ok: true; readonly accountId: string; readonly personId: string }
  | { readonly ok: false; readonly refusal: ProvisionRefusal }
> {
  const parts = nameInParts(name)
  if (!parts) return { ok: false, refusal: 'missing-name' }
  const mailbox = readMailbox(email)
  if (!mailbox) return { ok: false, refusal: 'invalid-email' }
  const refusal = password === undefined ? undefined : passwordRefusal(password, mailbox.address)
  if (refusal) return { ok: false, refusal }
  const { password: hasher } = await auth.$context
  const hash = password === undefined ? undefined : await hasher.hash(password)
  return platform.db.transaction().execute(async (tx) => {
    const { identity, address } = mailbox
    const opened = await openAccount(tx, platform, {
      email: address,
      identity,
      name: parts,
      locale,
      password: hash,
    })
    return opened
      ? ({ ok: true, ...opened } as const)
      : ({ ok: false, refusal: 'already-registered' } as const)
  })
}
