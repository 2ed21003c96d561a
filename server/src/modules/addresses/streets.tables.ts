// SPDX-License-Identifier: MIT

export type StreetsTables = {
  streets: {
    id: string
    name: string
    /** The words it is found by, folded: name, district, postcode and town. */
    searched: string
    kind: 'street' | 'place'
    postcode: string | null
    city: string
    citycode: string | null
    district: string | null
    lon: number | null
    lat: number | null
    /** Place of each number: `{"14 bis": [5.4474, 43.5297]}`; null where the file gives none. */
    numbers: unknown
  }
}

/** Where a number is: longitude then latitude, as in GeoJSON. */
export type NumberPlaces = Readonly<Record<string, readonly [lon: number, lat: number] | null>>
