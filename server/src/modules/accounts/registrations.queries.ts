// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

export type Registration = {
  readonly id: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  /** Hash of the password chosen. */
  readonly password: string
  readonly locale: Locale
}

export async function insertRegistration(
  tx: Tx,
  registration: Registration & { createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('registrations')
    .values({
      id: registration.id,
      email: registration.email,
      first_name: registration.firstName,
      last_name: registration.lastName,
      password: registration.password,
      locale: registration.locale,
      created_at: registration.createdAt,
      expires_at: registration.expiresAt,
    })
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
    .select(['id', 'email', 'first_name as firstName', 'last_name as lastName', 'password', 'locale'])
    .where('id', '=', id)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

export async function deleteRegistration(tx: Tx, id: string): Promise<void> {
  await tx.withTables<AccountsTables>().deleteFrom('registrations').where('id', '=', id).execute()
}
