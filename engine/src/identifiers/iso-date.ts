// SPDX-License-Identifier: MIT

/** Whether a text is a calendar day that exists, written `YYYY-MM-DD` (years 1000 to 9999). */
export function isIsoDate(text: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && exists(text)
}

/** The 30th of February parses to a day of March: it exists when it is written back the same. */
function exists(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

/** The day `days` after a calendar day (before when negative). */
export function addDays(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

/** A day as a French or Swiss person writes it (`1/9/2026`, `01.09.2026`) or as forms send it (`2026-09-01`), in ISO form. */
export function parseDate(text: string): string | undefined {
  const typed = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(text)
  const iso = typed
    ? `${typed[3]}-${(typed[2] ?? '').padStart(2, '0')}-${(typed[1] ?? '').padStart(2, '0')}`
    : text
  return isIsoDate(iso) ? iso : undefined
}
