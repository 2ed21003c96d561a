// SPDX-License-Identifier: MIT

/** What a clock on the wall shows: calendar day and time `HH:MM:SS.mmm`. */
export type LocalTime = { readonly date: string; readonly time: string }

const dayMs = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times more than using it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** What the clocks of a time zone show at an instant (milliseconds since 1970). */
export function localTimeAt(instantMs: number, timeZone: string): LocalTime {
  const parts: Record<string, string> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(instantMs)) parts[type] = value
  const milliseconds = String(((instantMs % 1000) + 1000) % 1000).padStart(3, '0')
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}:${parts['second']}.${milliseconds}`,
  }
}

/** The calendar day of a time zone at an instant (milliseconds since 1970). */
export function dayAt(instantMs: number, timeZone: string): string {
  return localTimeAt(instantMs, timeZone).date
}

/**
 * The instant (milliseconds since 1970) at which the clocks of a time zone show a local time.
 *
 * When they show it twice (autumn), the first; `undefined` when they skip it (spring).
 */
export function instantOf(local: LocalTime, timeZone: string): number | undefined {
  const asIfUtc = Date.parse(`${local.date}T${local.time}Z`)
  const found = [asIfUtc - dayMs, asIfUtc + dayMs]
    .map((around) => asIfUtc - offsetAt(around, timeZone))
    .filter((instant) => localAsUtc(instant, timeZone) === asIfUtc)
  return found.length === 0 ? undefined : Math.min(...found)
}

function offsetAt(instantMs: number, timeZone: string): number {
  return localAsUtc(instantMs, timeZone) - instantMs
}

function localAsUtc(instantMs: number, timeZone: string): number {
  const { date, time } = localTimeAt(instantMs, timeZone)
  return Date.parse(`${date}T${time}Z`)
}
