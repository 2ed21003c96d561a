// SPDX-License-Identifier: MIT
import type { Tx } from '../../platform/db/database.ts'
import type { Accounts } from './accounts.ts'
import { accountMail } from './account-mail.ts'
import { accountByPerson, insertAccount } from './accounts.queries.ts'
import { readMailbox } from './mailbox.ts'
import { deleteTokensFor } from './tokens.queries.ts'
import { makeToken } from './tokens.ts'

export type InvitationRefusal = 'invalid-email' | 'account-disabled' | 'already-registered'

/**
 * Opens an account for a person of the directory when they have none, and mails the link that lets them choose a
 * password; a former invitation is void. In the caller's transaction; the caller has decided that the actor may.
 */
export async function invite(
  tx: Tx,
  { platform, sendMail }: Accounts,
  person: { readonly id: string; readonly name: string; readonly email: string },
): Promise<InvitationRefusal | { readonly accountId: string }> {
  const mailbox = readMailbox(person.email)
  if (!mailbox) return 'invalid-email'
  const known = await accountByPerson(tx, { personId: person.id, email: mailbox.identity })
  if (known && known.person_id !== person.id) return 'already-registered'
  if (known?.disabled_at) return 'account-disabled'
  const at = platform.clock.now()
  const locale = platform.tenant.languages?.[0] ?? 'fr'
  const accountId = known?.id ?? platform.ids.next()
  if (!known) {
    await insertAccount(tx, {
      id: accountId,
      personId: person.id,
      email: mailbox.identity,
      name: person.name,
      locale,
      at,
    })
  }
  await deleteTokensFor(tx, { purpose: 'invitation', subjectId: accountId })
  const token = await makeToken(tx, platform, { purpose: 'invitation', subjectId: accountId })
  await sendMail(
    tx,
    accountMail(platform, {
      key: `account:invitation:${platform.ids.next()}`,
      kind: 'invitation',
      to: mailbox.address,
      locale: known?.locale ?? locale,
      token,
    }),
  )
  return { accountId }
}
