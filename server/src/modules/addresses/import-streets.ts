// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { recordEvent } from '../events/index.ts'
import { readStreets, type ReadStreet, type StreetDefaults, type StreetFile } from './read-streets.ts'
import { deleteStreetsOf, insertStreets, type NewStreet } from './streets.queries.ts'
import { addressWords } from './typed-address.ts'

export type ImportedStreets =
  | { readonly ok: true; readonly streets: number; readonly numbers: number; readonly cities: number }
  | Extract<StreetFile, { ok: false }>

const chunk = 500

/**
 * Replaces the streets of the towns that a file holds by those of the file; those of other towns stay. The same file
 * imported twice is imported once. A file with a fault changes nothing.
 */
export async function importStreets(
  context: Context,
  content: Uint8Array,
  defaults: StreetDefaults = {},
): Promise<ImportedStreets> {
  const file = readStreets(content, defaults)
  if (!file.ok) return file
  const { streets } = file
  const cities = [...new Set(streets.map(({ city }) => city))]
  const numbers = streets.reduce((sum, street) => sum + Object.keys(street.numbers).length, 0)
  await context.db.transaction().execute(async (tx) => {
    await deleteStreetsOf(tx, cities)
    for (let at = 0; at < streets.length; at += chunk) {
      await insertStreets(
        tx,
        streets.slice(at, at + chunk).map((street) => newStreet(context, street)),
      )
    }
    await recordEvent(tx, context, {
      kind: 'streets.imported',
      payload: { streets: streets.length, numbers, cities },
    })
  })
  return { ok: true, streets: streets.length, numbers, cities: cities.length }
}

function newStreet(context: Context, street: ReadStreet): NewStreet {
  const { name, district, postcode, city } = street
  const searched = addressWords([name, district, postcode, city].filter(Boolean).join(' ')).join(' ')
  return { id: context.ids.next(), searched, ...street }
}
