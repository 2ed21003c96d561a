// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { isRecord, member, partsOf } from './form-access.ts'
import { checkPoint, type GeoPoint } from './geo-point.ts'
import { parseJsonCell } from './json-cell.ts'
import { plainNumber } from './number.ts'
import { presence } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank, lengthOf } from './plain-text.ts'
import { partTitles, titles } from './titles.ts'

const schema = z.strictObject({
  type: z.literal('address'),
  ...fieldBase,
  /** Only addresses found in the national base (their commune is known) are accepted. */
  strict: z.boolean().optional(),
})

export type AddressField = z.infer<typeof schema>

const textParts = ['label', 'housenumber', 'street', 'postcode', 'city', 'citycode', 'context'] as const
type TextPart = (typeof textParts)[number]

/** An address as the French national base (BAN) describes it; typed freely, it has its label and what else is known. */
export type Address = { readonly label: string } & { readonly [Part in TextPart]?: string } & {
  readonly coordinates?: GeoPoint
}

const maxLength = 250

/** A postal address, with its commune and its place on the map when the base has found it. */
export const address = {
  key: 'address',
  title: titles.address,
  schema,
  column: () => ({ sql: 'jsonb' }),
  comparable: () => undefined,
  operators: () => presence,
  parts: {
    label: { comparable: 'text', title: partTitles.label },
    postcode: { comparable: 'text', title: partTitles.postcode },
    city: { comparable: 'text', title: partTitles.city },
    citycode: { comparable: 'text', title: partTitles.citycode },
  },
  read: (form, name) => {
    const texts = partsOf(form, name, textParts)
    return texts && { ...texts, coordinates: partsOf(form, name, ['lon', 'lat']) }
  },
  write: (value, name) => {
    if (value === null) return {}
    const { coordinates, ...texts } = value
    const point = coordinates && { lon: plainNumber(coordinates.lon), lat: plainNumber(coordinates.lat) }
    const parts = Object.entries({ ...texts, ...point })
    return Object.fromEntries(parts.map(([part, text]) => [`${name}.${part}`, [text]]))
  },
  check: (candidate, field) => {
    if (isBlank(candidate)) return nothing
    if (typeof candidate === 'string') return checkAddress({ label: candidate }, field)
    return isRecord(candidate) ? checkAddress(candidate, field) : refused({ code: 'address' })
  },
  display: (value) => value.label,
  // A label alone is a cell that people can read and type; the parts need a notation.
  toCell: (value) => (value === null ? '' : isLabelAlone(value) ? value.label : JSON.stringify(value)),
  fromCell: (cell) => parseJsonCell(cell),
  searchText: (value) => [value.label, value.postcode, value.city].filter(Boolean).join(' '),
} satisfies FieldType<AddressField, Address>

function checkAddress(candidate: Readonly<Record<string, unknown>>, field: AddressField): Checked<Address> {
  const texts: Partial<Record<TextPart, string>> = {}
  for (const part of textParts) {
    const text = member(candidate, part)
    if (isBlank(text)) continue
    if (typeof text !== 'string') return refused({ code: 'not_a_text' }, part)
    const line = cleanLine(text)
    const length = lengthOf(line)
    if (length > maxLength) return refused({ code: 'too_long', params: { max: maxLength, length } }, part)
    texts[part] = line
  }
  const label = texts.label ?? composed(texts)
  if (label === '') return nothing
  // Four figures in Belgium, Switzerland and Luxembourg, where `L-` may come first.
  if (texts.postcode && !/^(?:[A-Z]{1,2}-)?\d{4,5}$/.test(texts.postcode))
    return refused({ code: 'postcode' }, 'postcode')
  if (texts.citycode && !/^(?:\d{5}|2[AB]\d{3})$/.test(texts.citycode))
    return refused({ code: 'citycode' }, 'citycode')
  if (field.strict && !texts.citycode) return refused({ code: 'address_not_found' })
  const point = checkPoint(member(candidate, 'coordinates'))
  if (!point.ok) return refused({ code: 'geo_point' }, 'coordinates')
  return accepted({ ...texts, label, ...(point.value && { coordinates: point.value }) })
}

/** `12 rue des Lilas, 13100 Plassans`, from the parts of a form that asks them apart. */
function composed(texts: Partial<Record<TextPart, string>>): string {
  const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')
  return [joined(texts.housenumber, texts.street), joined(texts.postcode, texts.city)]
    .filter(Boolean)
    .join(', ')
}

/** Not a label that looks like the notation: it would be read back as one. */
function isLabelAlone(value: Address): boolean {
  return Object.keys(value).length === 1 && !value.label.startsWith('{')
}
