// SPDX-License-Identifier: MIT

/** Why the platform writes to somebody about an account. */
export type AccountMailKind =
  | 'email-link'
  | 'password-reset'
  | 'registration'
  | 'already-registered'
  | 'no-account'
  | 'password-changed'
  | 'invitation'
  | 'security-changed'
  | 'acted-as'

/** Changes of what opens an account that its mailbox is told. */
export type SecurityChange =
  | 'code-app-added'
  | 'code-app-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'

/** What a mail may be about. */
export type AccountMailSubject = {
  readonly name: string
  /** Of `security-changed`: the sentence that says what. */
  readonly what: string
  /** Of `acted-as`: who did, and why. */
  readonly by: string
  readonly reason: string
}

/** What each mail says in one language. Nothing that a stranger typed is merged into it. */
export type AccountMailTexts = Readonly<
  Record<
    AccountMailKind,
    {
      readonly subject: string
      readonly body: (about: AccountMailSubject) => string
      readonly button: string
    }
  >
>
