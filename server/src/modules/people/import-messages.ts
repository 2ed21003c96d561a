// SPDX-License-Identifier: MIT
import { frenchSpaces, type LocalizedText } from '@guichet/engine'

const sentence = (fr: string, en: string): LocalizedText => ({ fr: frenchSpaces(fr), en })

/** What is told of a table that cannot be entered as it is. */
export const importMessages = {
  empty: sentence(
    'Le fichier est vide : il faut une ligne d’en-têtes, puis une ligne par organisme.',
    'The file is empty: it takes a line of headings, then one line for each organisation.',
  ),
  unclosedQuote: sentence(
    'Un guillemet ouvert n’est jamais refermé : le fichier ne peut pas être découpé en lignes.',
    'An open quotation mark is never closed: the file cannot be cut into lines.',
  ),
  tooMany: (most: number) =>
    sentence(
      `Le fichier dépasse ${most} lignes : coupez-le en plusieurs.`,
      `The file has more than ${most} lines: cut it into several.`,
    ),
  unknownColumn: (known: readonly LocalizedText[]) =>
    sentence(
      `Cet en-tête ne correspond à aucun champ. Les champs sont : ${known.map(({ fr }) => fr).join(', ')}.`,
      `This heading is none of the fields. The fields are: ${known.map(({ en }) => en).join(', ')}.`,
    ),
  twice: (line: number) =>
    sentence(`Ce nom est déjà à la ligne ${line}.`, `This name is on line ${line} already.`),
  known: sentence(
    'Un organisme de ce nom est déjà dans la liste.',
    'An organisation of this name is in the list already.',
  ),
} as const
