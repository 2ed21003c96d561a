// SPDX-License-Identifier: MIT

/** How long each secret sent by mail, or held by a browser between two proofs, is good for, in minutes. */
export const tokenMinutes = {
  'email-link': 30,
  'password-reset': 60,
  registration: 24 * 60,
  invitation: 7 * 24 * 60,
  'second-factor': 10,
  /** A challenge that a passkey has answered: kept so that no answer serves twice. */
  'passkey-answer': 10,
} as const
export type TokenPurpose = keyof typeof tokenMinutes
