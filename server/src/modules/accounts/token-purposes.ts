// SPDX-License-Identifier: MIT

/** How long each secret sent by mail is good for, in minutes. */
export const tokenMinutes = {
  'email-link': 30,
  'password-reset': 60,
  registration: 24 * 60,
  invitation: 7 * 24 * 60,
} as const
export type TokenPurpose = keyof typeof tokenMinutes
