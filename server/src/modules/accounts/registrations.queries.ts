// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

export type Registration = {
  readonly id: string
  readonly email: string
  readonly name: string
  /** Hash of the password chosen. */
  readonly password: string
  readonly locale: Locale
}

export async function insertRegistration(
  tx: Tx,
  registration: Registration & { createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { createdAt, expiresAt, ...columns } = registration
  await tx
    .withTables<AccountsTables>()
    .insertInto('registrations')
    .values({ ...columns, created_at: createdAt, expires_at: expiresAt })
    .execute()
}

export async function registrationById(
  db: Db | Tx,
  id: string,
  now: Date,
): Promise<Registration | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('registrations')
    .select(['id', 'email', 'name', 'password', 'locale'])
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export async function deleteRegistration(tx: Tx, id: string): Promise<void> {
  await tx.withTables<AccountsTables>().deleteFrom('registrations').where('id', '=', id).execute()
}
