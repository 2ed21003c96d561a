// SPDX-License-Identifier: MIT

/** One text message to one telephone. */
export type OutgoingSms = {
  /** E.164. */
  readonly to: string
  readonly text: string
  /** The same at each new try: a provider that knows it sends it once. */
  readonly reference: string
}

/** A way out for text messages. None at all (`undefined`) keeps them in the outbox, where they can be read. */
export type SmsTransport = {
  /**
   * Hands the message over. Resolves once the other side has taken charge of it; rejects with an `SmsFailure`.
   * `providerId` is its name over there, for their support.
   */
  send(sms: OutgoingSms): Promise<{ providerId?: string | undefined }>
}

/** Why a message was not taken. Permanent: the same one will not be taken later either (no such number). */
export class SmsFailure extends Error {
  override name = 'SmsFailure'
  readonly permanent: boolean

  constructor(message: string, permanent: boolean, cause?: unknown) {
    super(message, { cause })
    this.permanent = permanent
  }
}
