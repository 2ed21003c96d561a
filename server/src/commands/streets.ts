// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises'
import type { LocalizedText } from '@guichet/engine'
import { type ImportedStreets, importStreets, type StreetFault } from '../modules/addresses/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'
import { textOption } from './options.ts'

const messages = {
  imported: {
    fr: 'Voies : {streets}. Numéros : {numbers}. Communes : {cities}. Les adresses se complètent désormais avec ce fichier.',
    en: 'Streets: {streets}. Numbers: {numbers}. Towns: {cities}. Addresses are now completed from this file.',
  },
  'no-file': { fr: 'Le fichier {file} ne se lit pas.', en: 'The file {file} cannot be read.' },
  empty: { fr: 'Le fichier ne contient aucune voie.', en: 'The file holds no street.' },
  columns: {
    fr: 'Il manque une colonne. La première ligne doit nommer la voie (voie_nom, rue…) et la commune (commune_nom, ville…) ; sans la seconde, ajoutez --city.',
    en: 'A column is missing. The first line must name the street (voie_nom, street…) and the town (commune_nom, city…); without the latter, add --city.',
  },
  faults: {
    fr: 'Rien n’est importé : {count} valeurs à corriger.',
    en: 'Nothing is imported: {count} values to correct.',
  },
} as const satisfies Record<string, LocalizedText>

const faults = {
  missing: { fr: 'manque', en: 'is missing' },
  number: { fr: 'doit être un nombre entier', en: 'must be a whole number' },
  postcode: { fr: 'doit avoir cinq chiffres', en: 'must have five figures' },
  citycode: { fr: 'doit être un code INSEE (75056, 2A004)', en: 'must be an INSEE code (75056, 2A004)' },
  coordinate: { fr: 'doit être en degrés', en: 'must be in degrees' },
  kind: { fr: 'doit être « voie » ou « lieu »', en: 'must be “street” or “place”' },
} as const satisfies Record<StreetFault['code'], LocalizedText>

/** Faults told at most: the first lines say what is wrong with the others. */
const mostTold = 20

const importCommand: GuichetCommand = {
  summary: {
    fr: 'Importe les voies de la commune (CSV : Base adresse locale, Base adresse nationale ou tableur) pour compléter les adresses.',
    en: 'Imports the streets of the town (CSV: local or national address base, or spreadsheet) to complete addresses.',
  },
  usage: '<file.csv> [--city <name>] [--postcode <code>]',
  words: [1, 1],
  options: { city: { type: 'string' }, postcode: { type: 'string' } },
  run: async ({ options, words: [file = ''] }, needs) => {
    const content = await readFile(file).catch(() => {
      throw new Refused(messages['no-file'], { file })
    })
    const { context } = await openInstallation(needs)
    const city = textOption(options, 'city')
    const postcode = textOption(options, 'postcode')
    const imported = await importStreets(context, content, {
      ...(city !== undefined && { city }),
      ...(postcode !== undefined && { postcode }),
    })
    if (!imported.ok) throw refused(imported)
    const { ok: _ok, ...figures } = imported
    return inBoth(messages.imported, figures)
  },
}

export const streetsCommands = { 'streets import': importCommand }

function refused(file: Extract<ImportedStreets, { ok: false }>): Refused {
  if (file.refusal !== 'faults') return new Refused(messages[file.refusal])
  const told = file.faults.slice(0, mostTold).map(faultLine)
  return new Refused(messages.faults, { count: file.faults.length }, told)
}

function faultLine({ line, column, code, value }: StreetFault): string {
  const { fr, en } = faults[code]
  const given = value === '' ? '' : ` (${value})`
  return `  ${inBoth({ fr: `ligne ${line}, colonne ${column} ${fr}${given}`, en: `line ${line}, column ${column} ${en}${given}` }).replace('\n', '\n  ')}`
}
