// SPDX-License-Identifier: MIT
export { purgeAccounts, sendRequestedMail, workAccountJobs } from './account-jobs.ts'
export type { AccountMail, SendAccountMail } from './account-mail.ts'
export type { AccountMailKind } from './mail-kinds.ts'
export { accountPaths } from './account-paths.ts'
export { sealedAccounts } from './sealed-accounts.ts'
export { type Accounts, type AccountsOptions, openAccounts } from './accounts.ts'
export { passwordLength } from './auth.ts'
export { type Caller, callerOf, callerOfKey, mayUseMethod } from './caller-of.ts'
export type { Client } from './client.ts'
export { disableAccount } from './close-account.ts'
export {
  type AccountStanding,
  accountStandings,
  hasAnyAccount,
  hasOpenAccount,
  localesOfPeople,
} from './accounts.queries.ts'
export { findAccount } from './find-account.ts'
export { createKey, type Key, keyScopes, type KeyScope, listAllKeys, listKeys, revokeKey } from './keys.ts'
export { invite, type InvitationRefusal } from './invite.ts'
export { makeSignInLink } from './make-sign-in-link.ts'
export type { PasswordRefusal } from './password-rules.ts'
export { provisionAccount, type ProvisionRefusal } from './provision-account.ts'
export { type AccountRequested, confirmAccount, type Confirmation, createAccount } from './register.ts'
export {
  accountMailQueue,
  type AccountMailJob,
  type MailRequested,
  requestEmailLink,
  requestPasswordReset,
} from './request-mail.ts'
export { signIn, type SignedIn, type SignInRefusal } from './sign-in.ts'
export { signOut } from './sign-out.ts'
export { isTokenGood, resetPassword, useEmailLink } from './use-token.ts'
