// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ProvidersTables } from './providers.tables.ts'

/** A sign-in on its way. */
export type AttemptRow = {
  readonly state: Buffer
  readonly providerId: string
  /** Digest of the cookie of the browser that began it. */
  readonly browser: Buffer
  /** The account to which the identity is to be linked; null to sign in. */
  readonly accountId: string | null
  readonly checks: Buffer
  readonly proof: Buffer | null
  readonly returnTo: string
}

export async function insertAttempt(
  db: Db | Tx,
  attempt: Omit<AttemptRow, 'proof'> & { readonly expiresAt: Date },
): Promise<void> {
  await db
    .withTables<ProvidersTables>()
    .insertInto('provider_attempts')
    .values({
      state: attempt.state,
      provider_id: attempt.providerId,
      browser: attempt.browser,
      account_id: attempt.accountId,
      checks: attempt.checks,
      return_to: attempt.returnTo,
      expires_at: attempt.expiresAt,
    })
    .execute()
}

type Wanted = { readonly state: Buffer; readonly providerId: string; readonly now: Date }

const columns = [
  'state',
  'provider_id as providerId',
  'browser',
  'account_id as accountId',
  'checks',
  'proof',
  'return_to as returnTo',
] as const

/** The attempt of that state at that provider, when it still waits for its answer. */
export async function findAttempt(db: Db | Tx, wanted: Wanted): Promise<AttemptRow | undefined> {
  return db
    .withTables<ProvidersTables>()
    .selectFrom('provider_attempts')
    .select(columns)
    .where('state', '=', wanted.state)
    .where('provider_id', '=', wanted.providerId)
    .where('expires_at', '>', wanted.now)
    .executeTakeFirst()
}

/** The same, once: whoever comes second finds nothing. Only for the browser that began it. */
export async function takeAttempt(
  db: Db | Tx,
  wanted: Wanted & { readonly browser: Buffer },
): Promise<AttemptRow | undefined> {
  return db
    .withTables<ProvidersTables>()
    .deleteFrom('provider_attempts')
    .where('state', '=', wanted.state)
    .where('provider_id', '=', wanted.providerId)
    .where('browser', '=', wanted.browser)
    .where('expires_at', '>', wanted.now)
    .returning(columns)
    .executeTakeFirst()
}

/** Keeps an answer until the browser comes for it. `false`: there is one already, which stays. */
export async function keepProof(db: Db | Tx, state: Buffer, proof: Buffer): Promise<boolean> {
  const kept = await db
    .withTables<ProvidersTables>()
    .updateTable('provider_attempts')
    .set({ proof })
    .where('state', '=', state)
    .where('proof', 'is', null)
    .executeTakeFirst()
  return kept.numUpdatedRows > 0n
}

export async function dropAttempt(db: Db | Tx, state: Buffer): Promise<void> {
  await db.withTables<ProvidersTables>().deleteFrom('provider_attempts').where('state', '=', state).execute()
}
