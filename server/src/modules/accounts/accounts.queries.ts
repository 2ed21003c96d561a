// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

type Executor = Db | Tx
export type AccountRow = Pick<
  Selectable<AccountsTables['accounts']>,
  'id' | 'person_id' | 'email' | 'name' | 'locale' | 'disabled_at'
>

const accountColumns = ['id', 'person_id', 'email', 'name', 'locale', 'disabled_at'] as const

export async function accountById(db: Executor, id: string): Promise<AccountRow | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select(accountColumns)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** `email` in lower case. */
export async function accountByEmail(db: Executor, email: string): Promise<AccountRow | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select(accountColumns)
    .where('email', '=', email)
    .executeTakeFirst()
}

/** The language of those among the people who have an account. */
export async function localesOfPeople(
  db: Executor,
  personIds: readonly string[],
): Promise<Map<string, Locale>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select(['person_id', 'locale'])
    .where('person_id', 'in', personIds)
    .execute()
  return new Map(rows.map(({ person_id, locale }) => [person_id, locale]))
}

export async function changeLanguage(db: Executor, id: string, locale: Locale): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .updateTable('accounts')
    .set({ locale })
    .where('id', '=', id)
    .where('locale', '!=', locale)
    .execute()
}

/** The account of the person, or of the mailbox (in lower case). */
export async function accountByPerson(
  db: Executor,
  { personId, email }: { personId: string; email: string },
): Promise<AccountRow | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select(accountColumns)
    .where((where) => where.or([where('person_id', '=', personId), where('email', '=', email)]))
    .orderBy((order) => order.case().when('person_id', '=', personId).then(0).else(1).end())
    .limit(1)
    .executeTakeFirst()
}

/** The account of a mailbox (in lower case) with the hash of its password, when it has one. */
export async function accountWithPassword(
  db: Executor,
  email: string,
): Promise<(AccountRow & { password: string | null }) | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .leftJoin('credentials', (join) =>
      join.onRef('credentials.account_id', '=', 'accounts.id').on('credentials.provider', '=', 'credential'),
    )
    .select([
      'accounts.id',
      'accounts.person_id',
      'accounts.email',
      'accounts.name',
      'accounts.locale',
      'accounts.disabled_at',
      'credentials.password',
    ])
    .where('accounts.email', '=', email)
    .executeTakeFirst()
}

/** How far each of the people is with their account. Those without one are absent. */
export type AccountStanding = {
  readonly personId: string
  readonly disabled: boolean
  readonly hasPassword: boolean
  /** Until when the invitation that was sent is good; null when there is none, or it was used. */
  readonly invitedUntil: Date | null
}

export async function accountStandings(
  db: Executor,
  personIds: readonly string[],
): Promise<Map<string, AccountStanding>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select((eb) => [
      'accounts.person_id',
      'accounts.disabled_at',
      eb
        .exists(
          eb
            .selectFrom('credentials')
            .select('credentials.id')
            .whereRef('credentials.account_id', '=', 'accounts.id')
            .where('credentials.password', 'is not', null),
        )
        .as('has_password'),
      eb
        .selectFrom('account_tokens')
        .select(({ fn }) => fn.max('account_tokens.expires_at').as('until'))
        .whereRef('account_tokens.subject_id', '=', 'accounts.id')
        .where('account_tokens.purpose', '=', 'invitation')
        .as('invited_until'),
    ])
    .where('accounts.person_id', 'in', personIds)
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        disabled: row.disabled_at !== null,
        hasPassword: Boolean(row.has_password),
        invitedUntil: row.invited_until,
      },
    ]),
  )
}

/** Whether anybody has an account. */
export async function hasAnyAccount(db: Executor): Promise<boolean> {
  const row = await db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the mailbox (in lower case) or the person has an account. */
export async function hasAccount(
  tx: Tx,
  { personId, email }: { personId: string | undefined; email: string },
): Promise<boolean> {
  const accounts = tx.withTables<AccountsTables>().selectFrom('accounts').select('id')
  const row = await accounts
    .where((where) =>
      personId === undefined
        ? where('email', '=', email)
        : where.or([where('person_id', '=', personId), where('email', '=', email)]),
    )
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the person has an account that was not closed. */
export async function hasOpenAccount({ db }: { db: Executor }, personId: string): Promise<boolean> {
  const row = await db
    .withTables<AccountsTables>()
    .selectFrom('accounts')
    .select('id')
    .where('person_id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAccount(
  tx: Tx,
  account: { id: string; personId: string; email: string; name: string; locale: Locale; at: Date },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('accounts')
    .values({
      id: account.id,
      person_id: account.personId,
      email: account.email,
      email_verified: true,
      name: account.name,
      locale: account.locale,
      disabled_at: null,
      created_at: account.at,
      updated_at: account.at,
    })
    .execute()
}

/** Sets the password credential, as better-auth looks for it. */
export async function writePassword(
  tx: Tx,
  credential: { id: string; accountId: string; password: string; at: Date },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('credentials')
    .values({
      id: credential.id,
      account_id: credential.accountId,
      provider: 'credential',
      subject: credential.accountId,
      password: credential.password,
      created_at: credential.at,
      updated_at: credential.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['provider', 'subject'])
        .doUpdateSet({ password: credential.password, updated_at: credential.at }),
    )
    .execute()
}

/** Closes or reopens an account. Returns whether there was one to change. */
export async function setDisabled(
  tx: Tx,
  { accountId, at, disabled }: { accountId: string; at: Date; disabled: boolean },
): Promise<boolean> {
  const changed = await tx
    .withTables<AccountsTables>()
    .updateTable('accounts')
    .set({ disabled_at: disabled ? at : null, updated_at: at })
    .where('id', '=', accountId)
    .where('disabled_at', disabled ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Removes what has expired and serves no more. */
export async function deleteExpired(tx: Tx, now: Date): Promise<void> {
  const tables = tx.withTables<AccountsTables>()
  await tables.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await tables.deleteFrom('registrations').where('expires_at', '<=', now).execute()
  await tables.deleteFrom('account_tokens').where('expires_at', '<=', now).execute()
  await tables.deleteFrom('remembered_devices').where('expires_at', '<=', now).execute()
  await tables.deleteFrom('attempts').where('window_ends_at', '<=', now).execute()
}
