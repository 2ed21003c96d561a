// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'

/**
 * What each column may be called: the names of the « Base adresse locale » (BAL 1.x), of the files of the national
 * base, and what people write themselves. Compared folded, signs left out: `Code postal` is `code_postal`.
 */
const names = {
  street: ['voie_nom', 'nom_voie', 'voie', 'rue', 'libelle_voie', 'nom', 'street'],
  number: ['numero', 'num', 'number'],
  suffix: ['suffixe', 'rep', 'repetition', 'indice_repetition', 'suffix'],
  kind: ['type', 'kind'],
  postcode: ['code_postal', 'cp', 'postcode'],
  city: ['commune_nom', 'nom_commune', 'commune', 'ville', 'city'],
  citycode: ['commune_insee', 'code_insee', 'insee', 'citycode'],
  district: ['quartier', 'district'],
  lon: ['long', 'lon', 'longitude'],
  lat: ['lat', 'latitude'],
} as const

export type StreetColumn = keyof typeof names

/** Where each column known is, and what the file calls it. */
export type StreetColumns = Partial<Record<StreetColumn, { readonly at: number; readonly title: string }>>

/** Maps the first line of a file by the names of its columns, whatever their order; others are left aside. */
export function streetColumns(header: readonly string[]): StreetColumns {
  const titles = header.map((title) => nameOf(title))
  const found = Object.entries(names).flatMap(([column, known]) => {
    const at = known.map((name) => titles.indexOf(nameOf(name))).find((place) => place >= 0)
    return at === undefined ? [] : [[column, { at, title: header[at]?.trim() ?? '' }] as const]
  })
  return Object.fromEntries(found)
}

const nameOf = (title: string): string => fold(title).replaceAll(/[^a-z0-9]/g, '')
