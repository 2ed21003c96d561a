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

/** What each mail says in one language. Nothing that a stranger typed is merged into it. */
export type AccountMailTexts = Readonly<
  Record<
    AccountMailKind,
    {
      readonly subject: string
      readonly body: (body: { readonly name: string }) => string
      readonly button: string
    }
  >
>
