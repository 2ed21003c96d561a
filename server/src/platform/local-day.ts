// SPDX-License-Identifier: MIT

/** The calendar day, `YYYY-MM-DD`, of an instant in a time zone. */
export function localDay(instant: Date, timeZone: string): string {
  // The Swedish short date is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
}

/** When a value is given, as the engine's checks take it. */
export function momentOf(instant: Date, timeZone: string): { now: string; today: string } {
  return { now: instant.toISOString(), today: localDay(instant, timeZone) }
}

/** The calendar year of an instant in a time zone. */
export function localYear(instant: Date, timeZone: string): number {
  return Number(localDay(instant, timeZone).slice(0, 4))
}
