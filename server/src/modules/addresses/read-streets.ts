// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'
import { csvLines, type CsvLine } from './csv.ts'
import { streetColumns, type StreetColumn, type StreetColumns } from './street-columns.ts'
import type { StreetsTables } from './streets.tables.ts'

/** A street as a file describes it, its numbers gathered from its lines. */
export type ReadStreet = Pick<
  StreetsTables['streets'],
  'name' | 'kind' | 'postcode' | 'city' | 'citycode' | 'district' | 'lon' | 'lat'
> & { readonly numbers: Record<string, readonly [number, number] | null> }

/** What is wrong in a file, and where: the line of the file and the name of the column. */
export type StreetFault = {
  readonly line: number
  readonly column: string
  readonly code: 'missing' | 'number' | 'postcode' | 'citycode' | 'coordinate' | 'kind'
  readonly value: string
}

export type StreetFile =
  | { readonly ok: true; readonly streets: readonly ReadStreet[] }
  | { readonly ok: false; readonly refusal: 'empty' }
  | { readonly ok: false; readonly refusal: 'columns'; readonly missing: readonly StreetColumn[] }
  | { readonly ok: false; readonly refusal: 'faults'; readonly faults: readonly StreetFault[] }

/** What every line has when the file does not say it. */
export type StreetDefaults = { readonly city?: string; readonly postcode?: string }

/** In a « Base adresse locale », this number stands for a street or place without numbers. */
const withoutNumber = '99999'

/**
 * Reads a file of streets: one line a street, or one line a number of a street. All its faults are told at once, and
 * a file with a fault gives nothing: half a town is worse than the one of yesterday.
 */
export function readStreets(content: Uint8Array, defaults: StreetDefaults = {}): StreetFile {
  const [header, ...lines] = csvLines(content)
  if (!header || lines.length === 0) return { ok: false, refusal: 'empty' }
  const columns = streetColumns(header.cells)
  const missing = (['street', ...(defaults.city === undefined ? ['city' as const] : [])] as const).filter(
    (column) => !columns[column],
  )
  if (missing.length > 0) return { ok: false, refusal: 'columns', missing }
  const faults: StreetFault[] = []
  const streets = new Map<string, ReadStreet>()
  for (const line of lines) addLine(streets, readLine(line, columns, defaults, faults))
  return faults.length > 0
    ? { ok: false, refusal: 'faults', faults }
    : { ok: true, streets: [...streets.values()].map(withPlace) }
}

type ReadLine = Omit<ReadStreet, 'numbers'> & { readonly number: string }

function readLine(
  { line, cells }: CsvLine,
  columns: StreetColumns,
  defaults: StreetDefaults,
  faults: StreetFault[],
): ReadLine {
  const text = (column: StreetColumn) => (cells[columns[column]?.at ?? -1] ?? '').trim()
  const fault = (column: StreetColumn, code: StreetFault['code']) =>
    faults.push({ line, column: columns[column]?.title ?? column, code, value: text(column) })
  const matching = (column: StreetColumn, shape: RegExp, code: StreetFault['code']): string | null => {
    const value = text(column)
    if (value !== '' && !shape.test(value)) fault(column, code)
    return value === '' ? null : value
  }
  const degrees = (column: 'lon' | 'lat', most: number): number | null => {
    const value = text(column)
    const figure = Number(value.replace(',', '.'))
    if (value !== '' && !(Math.abs(figure) <= most)) fault(column, 'coordinate')
    return value === '' ? null : figure
  }
  const name = text('street').replace(/\s+/g, ' ')
  if (name === '') fault('street', 'missing')
  const city = text('city') || (defaults.city ?? '')
  if (city === '') fault('city', 'missing')
  const number = matching('number', /^\d{1,5}$/, 'number') ?? ''
  const kind = matching('kind', /^(street|place|rue|voie|lieu)$/i, 'kind')?.toLowerCase()
  return {
    name,
    city,
    kind: kind === 'place' || kind === 'lieu' ? 'place' : 'street',
    postcode: matching('postcode', /^\d{4,5}$/, 'postcode') ?? defaults.postcode ?? null,
    citycode: matching('citycode', /^(\d{5}|2[AB]\d{3})$/i, 'citycode'),
    district: text('district') || null,
    lon: degrees('lon', 180),
    lat: degrees('lat', 90),
    number:
      number === '' || number === withoutNumber
        ? ''
        : `${Number(number)} ${text('suffix').toLowerCase()}`.trim(),
  }
}

function addLine(streets: Map<string, ReadStreet>, { number, ...line }: ReadLine): void {
  const key = fold(`${line.city}\n${line.postcode ?? ''}\n${line.name}`)
  const { lon, lat } = line
  const place = lon !== null && lat !== null ? ([lon, lat] as const) : null
  const known = streets.get(key)
  if (number === '') {
    streets.set(key, { ...line, numbers: known?.numbers ?? {} })
    return
  }
  const street = known ?? { ...line, lon: null, lat: null, numbers: {} }
  // An address may be given at its entrance, then at its plot: the first place is kept.
  street.numbers[number] ??= place
  streets.set(key, street)
}

/** A street without a place of its own is in the middle of its numbers. */
function withPlace(street: ReadStreet): ReadStreet {
  const places = Object.values(street.numbers).filter((place) => place !== null)
  if (street.lon !== null || places.length === 0) return street
  const mean = (at: 0 | 1) =>
    Math.round((places.reduce((sum, place) => sum + place[at], 0) / places.length) * 1e6) / 1e6
  return { ...street, lon: mean(0), lat: mean(1) }
}
