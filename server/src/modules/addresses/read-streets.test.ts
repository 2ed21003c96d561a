// SPDX-License-Identifier: MIT
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

  it('reads a « Base adresse locale » with the columns of its national format', () => {
    const header =
      'uid_adresse;cle_interop;commune_insee;commune_nom;commune_deleguee_insee;commune_deleguee_nom;voie_nom;' +
      'lieudit_complement_nom;numero;suffixe;position;x;y;long;lat;cad_parcelles;source;date_der_maj;certification_commune'
    const line = (number: string, suffix: string) =>
      `;99120_0200_0000${number};99120;Plassans;;;Rue Balaine;;${number};${suffix};segment;906010.92;6917321.29;5.83;49.32;;commune;;0`
    const file = readStreets(bytes([header, line('1', ''), line('2', 'bis')].join('\n')))
    expect(file).toMatchObject({ ok: true, streets: [{ name: 'Rue Balaine', city: 'Plassans' }] })
    expect(file.ok && Object.keys(file.streets[0]?.numbers ?? {})).toEqual(['1', '2 bis'])
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
