// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ProvidersTables } from './providers.tables.ts'

type Executor = Db | Tx

export type IdentityRow = { readonly id: string; readonly providerId: string; readonly accountId: string }

/** The identity of that subject at the provider. */
export async function identityOfSubject(
  db: Executor,
  { providerId, subject }: { providerId: string; subject: string },
): Promise<IdentityRow | undefined> {
  return db
    .withTables<ProvidersTables>()
    .selectFrom('linked_identities')
    .select(['id', 'provider_id as providerId', 'account_id as accountId'])
    .where('provider_id', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

/** Whether the account already has an identity at the provider. */
export async function hasIdentityAt(
  db: Executor,
  { providerId, accountId }: { providerId: string; accountId: string },
): Promise<boolean> {
  const row = await db
    .withTables<ProvidersTables>()
    .selectFrom('linked_identities')
    .select('id')
    .where('provider_id', '=', providerId)
    .where('account_id', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** An identity as its owner sees it. */
export type LinkedIdentity = {
  readonly id: string
  readonly providerId: string
  readonly label: string
  readonly createdAt: Date
  readonly lastUsedAt: Date
}

export async function identitiesOfAccount(db: Executor, accountId: string): Promise<LinkedIdentity[]> {
  return db
    .withTables<ProvidersTables>()
    .selectFrom('linked_identities')
    .select([
      'id',
      'provider_id as providerId',
      'label',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
    ])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
}

export async function insertIdentity(
  tx: Tx,
  identity: IdentityRow & { readonly subject: string; readonly label: string; readonly at: Date },
): Promise<void> {
  await tx
    .withTables<ProvidersTables>()
    .insertInto('linked_identities')
    .values({
      id: identity.id,
      provider_id: identity.providerId,
      account_id: identity.accountId,
      subject: identity.subject,
      label: identity.label,
      created_at: identity.at,
      last_used_at: identity.at,
    })
    .execute()
}

export async function touchIdentity(
  tx: Tx,
  { id, label, at }: { id: string; label: string | undefined; at: Date },
): Promise<void> {
  await tx
    .withTables<ProvidersTables>()
    .updateTable('linked_identities')
    .set({ last_used_at: at, ...(label !== undefined && { label }) })
    .where('id', '=', id)
    .execute()
}

/** Removes the identity when it is one of the account; returns whether it was. */
export async function deleteIdentity(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const deleted = await tx
    .withTables<ProvidersTables>()
    .deleteFrom('linked_identities')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

/** Those of an account, when that identity is one of its own. */
export async function identityOfAccount(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
): Promise<IdentityRow | undefined> {
  return tx
    .withTables<ProvidersTables>()
    .selectFrom('linked_identities')
    .select(['id', 'provider_id as providerId', 'account_id as accountId'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
}

/** Memberships that the identity gave and that were not taken back. */
export async function membershipsGiven(tx: Tx, identityId: string): Promise<string[]> {
  const rows = await tx
    .withTables<ProvidersTables>()
    .selectFrom('provider_memberships')
    .select('membership_id')
    .where('identity_id', '=', identityId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .execute()
  return rows.map((row) => row.membership_id)
}

export async function markMembership(
  tx: Tx,
  { membershipId, identityId }: { membershipId: string; identityId: string },
): Promise<void> {
  await tx
    .withTables<ProvidersTables>()
    .insertInto('provider_memberships')
    .values({ membership_id: membershipId, identity_id: identityId })
    .execute()
}

export async function endMark(tx: Tx, membershipId: string, at: Date): Promise<void> {
  await tx
    .withTables<ProvidersTables>()
    .updateTable('provider_memberships')
    .set({ ended_at: at })
    .where('membership_id', '=', membershipId)
    .execute()
}
