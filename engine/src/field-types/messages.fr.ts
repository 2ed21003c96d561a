// SPDX-License-Identifier: MIT
import { isFileKind } from './file-kinds.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import type { ProblemMessages } from './problem.ts'
import { fileKindTitles } from './titles.ts'

const number = (value: number) => formatNumber(value, 'fr')
const plural = (count: number, word: string) => `${number(count)}\u00a0${word}${count >= 2 ? 's' : ''}`

/** What is said of a refused value, in French. Every sentence says what to do. */
export const fr: ProblemMessages = {
  required: () => 'Répondez à cette question pour continuer.',
  consent_required: () => 'Cochez cette case pour continuer.',
  not_a_text: () => 'Saisissez du texte.',
  too_long: ({ max, length }) =>
    `Raccourcissez votre texte\u00a0: ${plural(max, 'caractère')} au plus, il en compte ${number(length)}.`,
  too_short: ({ min, length }) =>
    `Complétez votre texte\u00a0: ${plural(min, 'caractère')} au moins, il en compte ${number(length)}.`,
  pattern: ({ fr }) => fr,
  number: () => 'Saisissez un nombre en chiffres, par exemple 12 ou 12,5.',
  integer: () => 'Saisissez un nombre entier, sans virgule.',
  too_precise: () => 'Ce nombre a trop de chiffres\u00a0: 15 au plus.',
  decimals: ({ max }) =>
    max === 0
      ? 'Saisissez un nombre sans décimale.'
      : `Saisissez au plus ${plural(max, 'chiffre')} après la virgule.`,
  min: ({ min }) => `Saisissez un nombre supérieur ou égal à ${number(min)}.`,
  max: ({ max }) => `Saisissez un nombre inférieur ou égal à ${number(max)}.`,
  amount: () => 'Saisissez un montant en chiffres, par exemple 1\u00a0234,50.',
  min_amount: ({ minCents, currency }) =>
    `Saisissez un montant supérieur ou égal à ${formatMoney(minCents, currency, 'fr')}.`,
  max_amount: ({ maxCents, currency }) =>
    `Saisissez un montant inférieur ou égal à ${formatMoney(maxCents, currency, 'fr')}.`,
  boolean: () => 'Répondez par oui ou par non.',
  date: () => 'Saisissez une date qui existe\u00a0: jour, mois et année, par exemple 01/09/2026.',
  min_date: ({ min }) => `Choisissez une date à partir du ${formatDate(min, 'fr')}.`,
  max_date: ({ max }) => `Choisissez une date jusqu’au ${formatDate(max, 'fr')}.`,
  date_in_future: () => 'Cette date est dans le futur\u00a0: vérifiez l’année.',
  datetime: () => 'Saisissez une date et une heure, par exemple 01/09/2026 et 9:30.',
  time_skipped: () =>
    'Cette heure n’existe pas ce jour-là, à cause du passage à l’heure d’été\u00a0: choisissez une autre heure.',
  choice: () => 'Choisissez une des réponses proposées.',
  not_a_list: () => 'Choisissez parmi les réponses proposées.',
  min_choices: ({ min }) => `Choisissez au moins ${plural(min, 'réponse')}.`,
  max_choices: ({ max }) => `Choisissez au plus ${plural(max, 'réponse')}.`,
  email: () => 'Vérifiez cette adresse électronique\u00a0: elle doit ressembler à nom@exemple.fr.',
  phone: () =>
    'Vérifiez ce numéro\u00a0: 01\u00a099\u00a000\u00a041\u00a000, ou +41 et la suite pour un numéro étranger.',
  url: () => 'Vérifiez cette adresse de page\u00a0: elle doit ressembler à https://www.exemple.fr.',
  url_scheme: () => 'L’adresse d’une page commence par http:// ou https://.',
  address: () => 'Saisissez une adresse\u00a0: numéro, rue, code postal et commune.',
  address_not_found: () => 'Choisissez l’adresse dans la liste proposée pendant la saisie.',
  address_choice: () => 'Choisissez l’adresse parmi celles que nous avons trouvées.',
  postcode: () => 'Vérifiez le code postal\u00a0: cinq chiffres en France, par exemple 13100.',
  citycode: () => 'Vérifiez le code INSEE de la commune\u00a0: cinq caractères, par exemple 13001 ou 2A004.',
  geo_point: () => 'Indiquez une latitude et une longitude, par exemple 43,5297 et 5,4474.',
  person: () => 'Indiquez le prénom et le nom de la personne.',
  civility: () => 'Choisissez Mme ou M.',
  reference: () => 'Choisissez une fiche dans la liste.',
  reference_cycle: () => 'Ce choix ramènerait à la fiche elle-même : choisissez-en un autre.',
  reference_not_found: () =>
    'Cette fiche n’existe pas ou ne vous est pas ouverte\u00a0: choisissez-en une autre.',
  too_many_references: ({ max }) => `Choisissez au plus ${plural(max, 'fiche')}.`,
  siret: () =>
    'Vérifiez ce numéro SIRET\u00a0: quatorze chiffres, par exemple 732\u00a0829\u00a0320\u00a000074.',
  siren: () => 'Vérifiez ce numéro SIREN\u00a0: neuf chiffres, par exemple 732\u00a0829\u00a0320.',
  uai: () => 'Vérifiez ce numéro UAI\u00a0: sept chiffres et une lettre, par exemple 0750654D.',
  iban: () => 'Vérifiez cet IBAN, tel qu’il figure sur le relevé d’identité bancaire.',
  attachment: () => 'Joignez de nouveau ce fichier.',
  attachment_not_found: () => 'Ce fichier n’est plus disponible\u00a0: joignez-le de nouveau.',
  file_kind: ({ kinds }) => `Joignez un fichier d’un autre type. Acceptés\u00a0: ${listed(kinds)}.`,
  file_size: ({ maxMb }) => `Ce fichier est trop lourd\u00a0: ${number(maxMb)}\u00a0Mo au plus.`,
  file_empty: () => 'Ce fichier est vide\u00a0: joignez-en un autre.',
  file_disguised: ({ extension }) =>
    `Ce fichier se termine par .${extension} mais n’en a pas le contenu\u00a0: enregistrez-le à nouveau depuis son application, puis joignez-le.`,
  file_program: () => 'Les programmes ne sont pas acceptés\u00a0: joignez un document.',
  file_no_room: () =>
    'Il n’y a plus de place pour ce fichier\u00a0: continuez sans lui s’il est facultatif, ou joignez-le plus tard.',
  file_not_stored: () =>
    'Ce fichier n’a pas pu être enregistré\u00a0: joignez-le de nouveau dans une minute.',
  too_many_files: ({ max }) => `Joignez au plus ${plural(max, 'fichier')}.`,
  group: () => 'Reprenez cette liste\u00a0: elle n’a pas pu être lue.',
  min_items: ({ min }) => `Ajoutez des lignes\u00a0: ${number(min)} au moins.`,
  max_items: ({ max }) => `Retirez des lignes\u00a0: ${number(max)} au plus.`,
  unknown_field: () => 'Ce champ n’existe pas\u00a0: retirez-le de l’envoi.',
  read_only: () => 'Ce champ n’est pas modifiable\u00a0: retirez-le de l’envoi.',
}

function listed(kinds: string): string {
  return kinds
    .split(',')
    .map((kind) => (isFileKind(kind) ? fileKindTitles[kind].fr : kind))
    .join(', ')
}
