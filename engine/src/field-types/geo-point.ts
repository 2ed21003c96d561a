// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { checkNumber, plainNumber } from './number.ts'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { isRecord, member, partsOf } from './form-access.ts'
import { presence } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { isBlank } from './plain-text.ts'
import { partTitles, titles, words } from './titles.ts'
import { formatNumber } from './format.ts'

const schema = z.strictObject({ type: z.literal('geo_point'), ...fieldBase })

export type GeoPointField = z.infer<typeof schema>

/** Degrees (WGS 84). */
export type GeoPoint = { readonly lon: number; readonly lat: number }

/** A place on the map. A text gives the latitude first, as maps copy it: `43.529742, 5.447427`. */
export const geoPoint = {
  key: 'geo_point',
  title: titles.geo_point,
  schema,
  column: () => ({ sql: 'jsonb' }),
  comparable: () => undefined,
  operators: () => presence,
  parts: {
    lon: { comparable: 'number', title: partTitles.lon },
    lat: { comparable: 'number', title: partTitles.lat },
  },
  read: (form, name) => partsOf(form, name, ['lon', 'lat']),
  write: (value, name) =>
    value === null
      ? {}
      : { [`${name}.lon`]: [plainNumber(value.lon)], [`${name}.lat`]: [plainNumber(value.lat)] },
  check: (candidate) => checkPoint(candidate),
  display: (value, _field, locale) => {
    const latitude = `${formatNumber(Math.abs(value.lat), locale)}° ${words[value.lat < 0 ? 'south' : 'north'][locale]}`
    const longitude = `${formatNumber(Math.abs(value.lon), locale)}° ${words[value.lon < 0 ? 'west' : 'east'][locale]}`
    return `${latitude}, ${longitude}`
  },
  toCell: (value) => (value === null ? '' : `${plainNumber(value.lat)}, ${plainNumber(value.lon)}`),
  fromCell: (cell) => cell,
} satisfies FieldType<GeoPointField, GeoPoint>

/** Decides a point that exists, rounded to six decimals: eleven centimetres. */
export function checkPoint(candidate: unknown): Checked<GeoPoint> {
  if (isBlank(candidate)) return nothing
  const [lat, lon] = coordinatesOf(candidate)
  if (isBlank(lat) && isBlank(lon)) return nothing
  const latitude = checkNumber(rounded(lat), { min: -90, max: 90 })
  const longitude = checkNumber(rounded(lon), { min: -180, max: 180 })
  const isPoint = latitude.ok && longitude.ok && latitude.value !== null && longitude.value !== null
  return isPoint ? accepted({ lon: longitude.value, lat: latitude.value }) : refused({ code: 'geo_point' })
}

function coordinatesOf(candidate: unknown): readonly unknown[] {
  if (typeof candidate === 'string') return splitPair(candidate)
  return isRecord(candidate) ? [member(candidate, 'lat'), member(candidate, 'lon')] : [candidate, undefined]
}

/** Commas may part the two figures (`43.5, 5.4`) or stand in each (`43,5 ; 5,4`); `43,5` alone is one figure. */
function splitPair(pair: string): readonly string[] {
  const separator = [/;/, /,\s+/, /,(?=.*\.)/].find((mark) => mark.test(pair))
  const figures = separator ? pair.split(separator) : [pair]
  return figures.length === 2 ? figures : [pair]
}

function rounded(degrees: unknown): unknown {
  const value =
    typeof degrees === 'string' && degrees.trim() !== '' ? Number(degrees.trim().replace(',', '.')) : degrees
  return typeof value === 'number' && Number.isFinite(value) ? Number(value.toFixed(6)) : value
}
