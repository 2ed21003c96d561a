// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import { actingAs, type Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { recordEvent } from '../../events/index.ts'
import { actorOf } from '../../people/index.ts'
import { type AccountLogKind, logAccount } from '../account-log.ts'
import { accountMail } from '../account-mail.ts'
import type { Accounts } from '../accounts.ts'
import type { AccountRow } from '../accounts.queries.ts'
import type { Client } from '../client.ts'
import { factorsOf } from '../factors/factors.queries.ts'
import type { SecurityChange } from '../mail-kinds.ts'

/** A change of what opens an account: in its log and in the journal. */
export type AccountChange = {
  readonly account: AccountRow
  readonly kind: AccountLogKind
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes a change in the transaction that makes it. Returns the event's id. */
export async function recordChange(
  tx: Tx,
  { platform }: Accounts,
  client: Client,
  { account, kind, detail }: AccountChange,
): Promise<number> {
  await logAccount(tx, platform, client, { accountId: account.id, kind, ...(detail && { detail }) })
  return recordEvent(tx, await contextOf(platform, account), {
    kind: 'account.secured',
    payload: { accountId: account.id, change: kind },
  })
}

/** The same, and the mailbox is told: what its owner did not do, they learn at once. */
export async function recordAndTell(
  tx: Tx,
  accounts: Accounts,
  client: Client,
  change: AccountChange & { readonly kind: SecurityChange },
): Promise<void> {
  const { account, kind } = change
  const eventId = await recordChange(tx, accounts, client, change)
  const key = `account:secured:${eventId}`
  const mail = {
    key,
    kind: 'security-changed',
    change: kind,
    to: account.email,
    locale: account.locale,
  } as const
  await accounts.sendMail(tx, accountMail(accounts.platform, mail))
}

/** A recovery code served: few are left, and somebody may have found the paper. */
export async function tellRecoveryCodeUsed(
  accounts: Accounts,
  client: Client,
  account: AccountRow,
): Promise<void> {
  await accounts.platform.db.transaction().execute(async (tx) => {
    const { recoveryCodesLeft: left } = await factorsOf(tx, account.id)
    await recordAndTell(tx, accounts, client, { account, kind: 'recovery-code-used', detail: { left } })
  })
}

async function contextOf(platform: Accounts['platform'], account: AccountRow): Promise<Context> {
  const nobody: Actor = { kind: 'nobody', locale: account.locale }
  return actingAs(platform, (await actorOf(platform, account.person_id, account.locale)) ?? nobody)
}
