// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { insertLog, type LogRow, logOf } from './account-log.queries.ts'
import type { Client } from './client.ts'
import { deviceWords, shortNetwork } from './device-words.ts'

/** What happens to an account that its owner is to know of. */
export const accountLogKinds = [
  'signed-in',
  'sign-in-failed',
  'factor-failed',
  'password-changed',
  'code-app-added',
  'code-app-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'device-remembered',
  'device-forgotten',
  'session-ended',
  'sessions-ended',
  'key-made',
  'key-revoked',
  'factors-forgotten',
  'acted-as',
  'acted-as-ended',
] as const
export type AccountLogKind = (typeof accountLogKinds)[number]

/** How long the log is kept: what the CNIL recommends at most for logs (délibération n° 2021-122, read 2026-11-22). */
export const logMonths = 12
/** Tries at mailboxes without an account: of use to nobody after a day. */
export const strayLogHours = 24

export type AccountLogEntry = {
  /** Of the account; none for a try at a mailbox that has none. */
  readonly accountId: string | undefined
  readonly kind: AccountLogKind
  /** How they proved who they are, or tried to. */
  readonly method?: string | undefined
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes one line of the log. Of where it was done, only what tells roughly: see `shortNetwork`. */
export async function logAccount(
  executor: Db | Tx,
  platform: Platform,
  client: Client | undefined,
  entry: AccountLogEntry,
): Promise<void> {
  await insertLog(executor, {
    accountId: entry.accountId ?? null,
    at: platform.clock.now(),
    kind: entry.kind,
    method: entry.method ?? null,
    network: client ? shortNetwork(client.address) : null,
    device: client ? deviceWords(client.headers) : null,
    detail: entry.detail ? JSON.stringify(entry.detail) : null,
  })
}

const pageLength = 30

export type AccountLogPage = { readonly lines: readonly LogRow[]; readonly next: number | undefined }

/** The log of an account, newest first, from after the line `after`. */
export async function listLog(
  platform: Platform,
  accountId: string,
  after?: number,
): Promise<AccountLogPage> {
  const rows = await logOf(platform.db, accountId, { after, limit: pageLength + 1 })
  const lines = rows.slice(0, pageLength)
  return { lines, next: rows.length > pageLength ? lines.at(-1)?.id : undefined }
}
