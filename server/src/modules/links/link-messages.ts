// SPDX-License-Identifier: MIT

/** The mail that carries a new link. Nothing that its reader or a stranger typed is merged into it. */
export type LinkMessages = {
  readonly subject: (number: string | null) => string
  readonly body: (facts: {
    readonly body: string
    readonly purpose: string
    readonly number: string | null
  }) => string
  readonly button: string
}
