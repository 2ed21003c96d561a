// SPDX-License-Identifier: MIT
import { readFile } from 'node:fs/promises'
import type { LocalizedText } from '@guichet/engine'
import { importTerritories } from '../modules/territories/index.ts'
import { inBoth, Refused } from '../platform/cli/refused.ts'
import { type GuichetCommand, openInstallation } from './needs.ts'

const messages = {
  imported: {
    fr: 'Territoires ajoutés : {made}. Modifiés : {changed}. Inchangés : {same}.',
    en: 'Territories added: {made}. Changed: {changed}. Unchanged: {same}.',
  },
  'no-file': { fr: 'Le fichier {file} ne se lit pas.', en: 'The file {file} cannot be read.' },
  faults: {
    fr: 'Rien n’est importé : {count} lignes à corriger.',
    en: 'Nothing is imported: {count} lines to correct.',
  },
} as const satisfies Record<string, LocalizedText>

/** Faults told at most: the first lines say what is wrong with the others. */
const mostTold = 20

const importCommand: GuichetCommand = {
  summary: {
    fr: 'Importe des territoires : fichiers du code officiel géographique (régions, départements, cantons, communes, dans cet ordre) ou tableau « nature ; code ; nom ; nature_parent ; code_parent ».',
    en: 'Imports territories: files of the official geographic code (regions, departments, cantons, communes, in this order) or a table “kind; code; name; parent_kind; parent_code”.',
  },
  usage: '<file.csv>',
  words: [1, 1],
  options: {},
  run: async ({ words: [file = ''] }, needs) => {
    const content = await readFile(file).catch(() => {
      throw new Refused(messages['no-file'], { file })
    })
    const { context } = await openInstallation(needs)
    const imported = await importTerritories(context, content)
    if (imported.ok) {
      const { ok: _ok, ...figures } = imported
      return inBoth(messages.imported, figures)
    }
    const told = imported.faults.slice(0, mostTold).map(({ line, value, text }) => {
      const given = value === null || value === '' ? '' : ` (${value})`
      return `  ${inBoth({ fr: `ligne ${line} : ${text.fr}${given}`, en: `line ${line}: ${text.en}${given}` }).replace('\n', '\n  ')}`
    })
    throw new Refused(messages.faults, { count: imported.faults.length }, told)
  },
}

export const territoriesCommands = { 'territories import': importCommand }
