// SPDX-License-Identifier: MIT
export { purgeAccounts, sendRequestedMail, workAccountJobs } from './account-jobs.ts'
export type { AccountMail, SendAccountMail } from './account-mail.ts'
export type { AccountMailKind } from './mail-kinds.ts'
export { admit, type SecondFactorWanted, type SignedIn } from './admit.ts'
export { accountPaths } from './account-paths.ts'
export { sealedAccounts } from './sealed-accounts.ts'
export { type Accounts, type AccountsOptions, openAccounts } from './accounts.ts'
export { passwordLength } from './auth.ts'
export { type Caller, callerOf, callerOfKey, mayUseMethod } from './caller-of.ts'
export type { Client } from './client.ts'
export { disableAccount } from './close-account.ts'
export {
  accountByEmail,
  accountById,
  accountByPerson,
  type AccountStanding,
  accountStandings,
  hasAnyAccount,
  hasOpenAccount,
  localesOfPeople,
} from './accounts.queries.ts'
export { forgetFactors } from './forget-factors.ts'
export { findAccount } from './find-account.ts'
export { keepLanguage } from './keep-language.ts'
export { createKey, type Key, keyScopes, type KeyScope, listAllKeys, listKeys, revokeKey } from './keys.ts'
export { invite, type InvitationRefusal } from './invite.ts'
export { makeSignInLink } from './make-sign-in-link.ts'
export { readMailbox } from './mailbox.ts'
export { openAccount } from './open-account.ts'
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
export { signIn, type SignInRefusal, type TooManyAttempts } from './sign-in.ts'
export type { Closed, ProvenAccount } from './admit.ts'
export { type AccountLogKind, type AccountLogPage, listLog, logAccount } from './account-log.ts'
export { mayActAsOthers } from './acting.ts'
export { passkeySignInRequest, signInByPasskey } from './factors/passkey-sign-in.ts'
export {
  completeSignIn,
  type FactorRefusal,
  secondFactorPage,
  type SecondFactorPage,
} from './factors/second-factor.ts'
export { addPasskey, type PasskeyAdded, passkeyCreation } from './security/add-passkey.ts'
export { changePassword } from './security/change-password.ts'
export {
  type CodeAppConfirmed,
  type CodeAppOffered,
  confirmCodeApp,
  offerCodeApp,
} from './security/code-app.ts'
export {
  type ConfirmationPage,
  confirmationPage,
  confirmByFactor,
  confirmByPassword,
  type Confirmed,
} from './security/confirm-identity.ts'
export { hasFreshProof } from './security/own-account.ts'
export {
  actAs,
  actingTarget,
  actingMinutes,
  type ActingRefusal,
  type ActingStarted,
  stopActingAs,
} from './security/impersonate.ts'
export {
  keyLifetimesDays,
  listOwnKeys,
  makeOwnKey,
  type OwnKeyMade,
  revokeOwnKey,
} from './security/own-keys.ts'
export { endOtherSessions, endOwnSession, forgetDevices } from './security/own-sessions.ts'
export { ownLog, securityOverview, type SecurityOverview } from './security/overview.ts'
export { removeCodeApp, removePasskey, renewRecoveryCodes } from './security/remove-factor.ts'
export { signOut } from './sign-out.ts'
export { isTokenGood, resetPassword, useEmailLink } from './use-token.ts'
export { lastProfile, rememberProfile } from './session-profile.ts'
