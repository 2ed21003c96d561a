// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { accountByEmail, type AccountRow } from './accounts.queries.ts'
import { readMailbox } from './mailbox.ts'

/** The account of that mailbox however it is written, closed or not. The caller has decided that the actor may know. */
export async function findAccount({ db }: Platform, email: string): Promise<AccountRow | undefined> {
  const mailbox = readMailbox(email)
  return mailbox && accountByEmail(db, mailbox.identity)
}
