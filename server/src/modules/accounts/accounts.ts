// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { SendAccountMail } from './account-mail.ts'
import { type Auth, createAuth } from './auth.ts'

/** What the use cases of accounts stand on, made once for a tenant. */
export type Accounts = {
  readonly platform: Platform
  readonly auth: Auth
  readonly sendMail: SendAccountMail
  /** How long a session lasts without activity. */
  readonly sessionHours: number
}

export type AccountsOptions = {
  readonly sessionHours: number
  /** Queues a mail in the caller's transaction. */
  readonly sendMail: SendAccountMail
}

/** Opens the accounts of a tenant. Their jobs are declared apart, by `workAccountJobs`. */
export function openAccounts(platform: Platform, { sessionHours, sendMail }: AccountsOptions): Accounts {
  return { platform, auth: createAuth(platform), sendMail, sessionHours }
}
