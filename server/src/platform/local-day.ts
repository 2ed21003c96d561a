// SPDX-License-Identifier: MIT

/** The calendar day, `YYYY-MM-DD`, of an instant in a time zone. */
export function localDay(instant: Date, timeZone: string): string {
  return formatOf(timeZone).format(instant)
}

/** The calendar year of an instant in a time zone. */
export function localYear(instant: Date, timeZone: string): number {
  return Number(localDay(instant, timeZone).slice(0, 4))
}

/** When a value is given, as the engine's checks take it. */
export function momentOf(instant: Date, timeZone: string): { now: string; today: string } {
  return { now: instant.toISOString(), today: localDay(instant, timeZone) }
}

/** Making a format costs 0.1 ms, on every request; it never changes, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  // The Swedish short date is the ISO one.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format
}
