// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import { definitionsOf } from '../../definitions/index.ts'
import { type AccountLogPage, listLog } from '../account-log.ts'
import type { Accounts } from '../accounts.ts'
import { accountWithPassword } from '../accounts.queries.ts'
import type { Caller } from '../caller-of.ts'
import { type Factors, factorsOf } from '../factors/factors.queries.ts'
import { type PasskeyRow, passkeysOf } from '../factors/passkeys.queries.ts'
import { type DeviceRow, devicesOf } from '../factors/remembered-devices.queries.ts'
import { type SessionRow, sessionsOf } from '../sessions.queries.ts'
import { ownAccount } from './own-account.ts'

export type SecurityOverview = {
  readonly email: string
  readonly hasPassword: boolean
  readonly factors: Factors
  readonly passkeys: readonly PasskeyRow[]
  readonly sessions: readonly (SessionRow & { readonly current: boolean })[]
  readonly devices: readonly DeviceRow[]
  /** Titles of the roles that wait for a second factor. */
  readonly withheld: readonly LocalizedText[]
}

/**
 * What opens the account, and where it is open now.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function securityOverview(accounts: Accounts, caller: Caller): Promise<SecurityOverview> {
  const { session, account } = await ownAccount(accounts, caller)
  const { db, clock } = accounts.platform
  const now = clock.now()
  const [withPassword, factors, passkeys, sessions, devices, withheld] = await Promise.all([
    accountWithPassword(db, account.email),
    factorsOf(db, account.id),
    passkeysOf(db, account.id),
    sessionsOf(db, account.id, now),
    devicesOf(db, account.id, now),
    rolesWithheld(accounts, session.withheld),
  ])
  return {
    email: account.email,
    hasPassword: withPassword !== undefined && withPassword.password !== null,
    factors,
    passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
    sessions: sessions.map((one) => ({ ...one, current: one.id === session.sessionId })),
    devices,
    withheld,
  }
}

/** Titles of roles, in the order of the solutions. */
async function rolesWithheld({ platform }: Accounts, roles: readonly string[]): Promise<LocalizedText[]> {
  if (roles.length === 0) return []
  const { solutions } = await definitionsOf(platform)
  return [...solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.roles).flatMap(([key, { title }]) =>
      roles.includes(`${solution.key}.${key}`) ? [title] : [],
    ),
  )
}

/** The log of the account, newest first. */
export async function ownLog(accounts: Accounts, caller: Caller, after?: number): Promise<AccountLogPage> {
  const { account } = await ownAccount(accounts, caller)
  return listLog(accounts.platform, account.id, after)
}
