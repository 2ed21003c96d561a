// SPDX-License-Identifier: MIT

/** The number of the week that begins on that Monday, as calendars print it (ISO 8601: the first holds a 4th of January). */
export function weekNumber(monday: string): number {
  const thursday = new Date(`${monday}T00:00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 3)
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.floor((thursday.getTime() - firstOfYear) / (7 * 86_400_000)) + 1
}
