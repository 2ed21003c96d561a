// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csvLines } from './csv.ts'
import { readStreets } from './read-streets.ts'
import { typedAddress } from './typed-address.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a file of streets', () => {
  it('gathers the numbers of a street, its place in the middle of them', () => {
    const file = readStreets(
      bytes(
        'numero;rep;nom_voie;code_postal;nom_commune;lon;lat\n1;;Rue A;13100;Aix;5.0;43.0\n3;bis;Rue A;13100;Aix;5.2;43.2\n',
      ),
    )
    expect(file).toMatchObject({
      ok: true,
      streets: [
        { name: 'Rue A', city: 'Aix', lon: 5.1, lat: 43.1, numbers: { '1': [5, 43], '3 bis': [5.2, 43.2] } },
      ],
    })
  })

  it('names the line and the column of each fault, all at once', () => {
    const file = readStreets(
      bytes('Voie;Ville;Code postal;N°;numéro;lat\n;Aix;13100;;;\nRue A;;13100;;1;\nRue B;Aix;131;;x;95\n'),
    )
    expect(file).toEqual({
      ok: false,
      refusal: 'faults',
      faults: [
        { line: 2, column: 'Voie', code: 'missing', value: '' },
        { line: 3, column: 'Ville', code: 'missing', value: '' },
        { line: 4, column: 'numéro', code: 'number', value: 'x' },
        { line: 4, column: 'Code postal', code: 'postcode', value: '131' },
        { line: 4, column: 'lat', code: 'coordinate', value: '95' },
      ],
    })
  })

  it('is refused without a column for the street, or for the town', () => {
    expect(readStreets(bytes('ville\nAix\n'))).toEqual({ ok: false, refusal: 'columns', missing: ['street'] })
    expect(readStreets(bytes('rue\nRue A\n'))).toEqual({ ok: false, refusal: 'columns', missing: ['city'] })
    expect(readStreets(bytes('rue\nRue A\n'), { city: 'Aix', postcode: '13100' })).toMatchObject({
      ok: true,
      streets: [{ city: 'Aix', postcode: '13100' }],
    })
  })

  it.each([[''], ['rue;ville'], ['rue;ville\n;\n\n']])('is refused when it holds nothing: %j', (text) => {
    expect(readStreets(bytes(text))).toEqual({ ok: false, refusal: 'empty' })
  })

  it('reads what a French spreadsheet writes: quotes, lines in a cell, Windows-1252', () => {
    const latin = Buffer.from('rue;ville\r\n"Rue ""dué\nX""";Aix\r\n', 'latin1')
    expect(csvLines(latin)).toEqual([
      { line: 1, cells: ['rue', 'ville'] },
      { line: 2, cells: ['Rue "dué\nX"', 'Aix'] },
    ])
  })

  // Real data lives outside of the repository: see its own README.
  const real = join(import.meta.dirname, '../../../../../shared/data/addresses/bal-54084-extrait.csv')
  it.skipIf(!existsSync(real))('reads a « Base adresse locale » as towns publish it', () => {
    const file = readStreets(readFileSync(real))
    expect(file).toMatchObject({ ok: true })
    if (!file.ok) return
    expect(file.streets.some(({ numbers }) => Object.keys(numbers).some((one) => one.includes('bis')))).toBe(
      true,
    )
    expect(file.streets.every(({ city }) => city === 'Mont-Bonvillers')).toBe(true)
  })
})

describe('a typed address', () => {
  it.each([
    ['14 rue de la Banne', '14', 'rue de la banne'],
    ['14bis av. Foch', '14 bis', 'avenue foch'],
    ['3 B impasse du Lac', '3 b', 'impasse du lac'],
    ['8 mai 1945', '8', 'mai 1945'],
    ['Place du 8-Mai', undefined, 'place du 8 mai'],
    ['12', undefined, '12'],
    ['14terrasse', undefined, '14terrasse'],
  ])('takes « %s » apart', (text, number, words) => {
    expect(typedAddress(text)).toEqual({ number, words: words.split(' ') })
  })
})
