// SPDX-License-Identifier: MIT
import { isIsoDate } from '../identifiers/iso-date.ts'
import { instantOf as instantOnClocks } from '../identifiers/zoned-time.ts'

/** An ISO 8601 instant with its offset, as `YYYY-MM-DDTHH:MM:SS.sssZ`, so that instants compare as texts do. */
export function instantOf(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) return undefined
  const instant = new Date(time).toISOString()
  return isIsoDate(instant.slice(0, 10)) ? instant : undefined
}

/**
 * The first instant of a day in a time zone (IANA name). Where clocks jump over midnight, it is the instant they
 * jump to.
 */
export function midnightOf(day: string, timeZone: string): string {
  for (const time of ['00:00:00.000', '00:30:00.000', '01:00:00.000']) {
    const instant = instantOnClocks({ date: day, time }, timeZone)
    if (instant !== undefined) return new Date(instant).toISOString()
  }
  throw new Error(`the day ${day} does not begin in ${timeZone}`)
}
