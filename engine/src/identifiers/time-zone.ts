// SPDX-License-Identifier: MIT

/** Whether the name is that of a time zone known here: `Europe/Paris`, `America/Cayenne`. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
