// SPDX-License-Identifier: MIT

/** A calendar day that exists: `YYYY-MM-DD`, from year 1 to 9999. */
export function isDay(text: string): boolean {
  return dayNumber(text) !== undefined
}

/** The day so many days later (or earlier); `undefined` outside the years 1 to 9999. */
export function dayPlus(day: string, days: number): string | undefined {
  const number = dayNumber(day)
  if (number === undefined) return undefined
  const text = new Date((number + days) * dayMs).toISOString().slice(0, 10)
  return isDay(text) ? text : undefined
}

const dayMs = 86_400_000

/** Days since 1970-01-01. */
function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(time)) return undefined
  // Date.parse accepts 30 February and moves it to March.
  return new Date(time).toISOString().startsWith(text) ? time / dayMs : undefined
}

/** An ISO 8601 instant with its offset, as `YYYY-MM-DDTHH:MM:SS.sssZ`, so that instants compare as texts do. */
export function instantOf(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) return undefined
  const instant = new Date(time).toISOString()
  return isDay(instant.slice(0, 10)) ? instant : undefined
}

/**
 * The first instant of a day in a time zone (IANA name). Where clocks jump over midnight, it is the instant they
 * jump to.
 */
export function midnightOf(day: string, timeZone: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`)
  const guess = utc - offsetMs(utc, timeZone)
  // Clocks may change between the two, so look twice; when they still disagree, midnight itself was skipped.
  const answer = utc - offsetMs(guess, timeZone)
  const settled = offsetMs(answer, timeZone) === offsetMs(guess, timeZone)
  return new Date(settled ? answer : Math.max(guess, answer)).toISOString()
}

/** How far local clocks are ahead of UTC at an instant. */
function offsetMs(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((found) => found.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(time / 1000) * 1000
}
