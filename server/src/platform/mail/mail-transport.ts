// SPDX-License-Identifier: MIT

export type MailAddress = { readonly email: string; readonly name?: string | undefined }

/** A picture that the HTML shows by `cid:`. */
export type InlinePicture = { readonly cid: string; readonly type: string; readonly bytes: Buffer }

/** One mail to one mailbox. */
export type OutgoingMail = {
  readonly from: MailAddress
  readonly to: MailAddress
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
  readonly inline?: readonly InlinePicture[]
  /** The same at each new try, with its angle brackets, so that a mailbox that received both shows one. */
  readonly messageId: string
}

/** A way out for mail. None at all (`undefined`) keeps mails in the outbox, where they can be read. */
export type MailTransport = {
  /**
   * Hands the mail over. Resolves once the other side has taken charge of it, which is not yet delivery; rejects with
   * a `MailFailure`. `providerId` is its name over there, for their support.
   */
  send(mail: OutgoingMail): Promise<{ providerId?: string | undefined }>
  /** Resolves when the other side answers; for a settings page. */
  check(): Promise<void>
  close(): Promise<void>
}

/** Why a mail was not taken. Permanent: the same mail will not be taken later either (no such mailbox). */
export class MailFailure extends Error {
  override name = 'MailFailure'
  readonly permanent: boolean

  constructor(message: string, permanent: boolean, cause?: unknown) {
    super(message, { cause })
    this.permanent = permanent
  }
}

/** Whether trying again is useless. An error of another kind (a bug, a cut network) is taken for temporary. */
export function isPermanent(error: unknown): boolean {
  return error instanceof MailFailure && error.permanent
}
