// SPDX-License-Identifier: MIT
import { frenchSpaces, type LocalizedText } from '@guichet/engine'

const sentence = (fr: string, en: string): LocalizedText => ({ fr: frenchSpaces(fr), en })

/** What is told of a file of territories that cannot be imported as it is. */
export const territoryMessages = {
  empty: sentence('Le fichier ne contient aucun territoire.', 'The file holds no territory.'),
  unclosedQuote: sentence(
    'Un guillemet ouvert n’est jamais refermé : le fichier ne peut pas être découpé en lignes.',
    'An open quotation mark is never closed: the file cannot be cut into lines.',
  ),
  columns: sentence(
    'Ces colonnes ne sont ni celles du code officiel géographique (régions, départements, cantons, communes) ni « nature ; code ; nom ; nature_parent ; code_parent ».',
    'These columns are neither those of the official geographic code (regions, departments, cantons, communes) nor “kind; code; name; parent_kind; parent_code”.',
  ),
  kind: sentence('Cette nature de territoire n’existe pas ici.', 'There is no such kind of territory here.'),
  missing: sentence('Cette valeur manque.', 'This value is missing.'),
  tooLong: sentence('Cette valeur est trop longue.', 'This value is too long.'),
  twice: (line: number) =>
    sentence(`Ce code est déjà à la ligne ${line}.`, `This code is on line ${line} already.`),
  parent: sentence(
    'Ce territoire parent n’est ni dans le fichier ni dans l’annuaire : importez-le d’abord.',
    'This parent territory is neither in the file nor in the directory: import it first.',
  ),
  itself: sentence('Un territoire ne fait pas partie de lui-même.', 'A territory does not lie in itself.'),
} as const
