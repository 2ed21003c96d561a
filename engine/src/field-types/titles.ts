// SPDX-License-Identifier: MIT
import type { Locale, LocalizedText } from '../text/localized.ts'

/*
 * Every word of the field types but their refusals (`messages.fr.ts`, `messages.en.ts`), in both languages.
 */

/** What the studio calls each type. */
export const titles = {
  text: { fr: 'Texte court', en: 'Short text' },
  long_text: { fr: 'Texte long', en: 'Long text' },
  number: { fr: 'Nombre', en: 'Number' },
  integer: { fr: 'Nombre entier', en: 'Whole number' },
  money: { fr: 'Montant', en: 'Amount' },
  boolean: { fr: 'Oui ou non', en: 'Yes or no' },
  date: { fr: 'Date', en: 'Date' },
  datetime: { fr: 'Date et heure', en: 'Date and time' },
  choice: { fr: 'Choix unique', en: 'Single choice' },
  choices: { fr: 'Choix multiple', en: 'Multiple choice' },
  email: { fr: 'Adresse électronique', en: 'E-mail address' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  url: { fr: 'Adresse de page web', en: 'Web address' },
  address: { fr: 'Adresse postale', en: 'Postal address' },
  geo_point: { fr: 'Point sur la carte', en: 'Point on the map' },
  person_identity: { fr: 'Identité d’une personne', en: 'Person’s identity' },
  reference: { fr: 'Lien vers une fiche', en: 'Link to an entry' },
  references: { fr: 'Liens vers des fiches', en: 'Links to entries' },
  siret: { fr: 'Numéro SIRET', en: 'SIRET number' },
  siren: { fr: 'Numéro SIREN', en: 'SIREN number' },
  uai: { fr: 'Numéro UAI', en: 'UAI number' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  file: { fr: 'Fichier', en: 'File' },
  files: { fr: 'Fichiers', en: 'Files' },
  group: { fr: 'Groupe répétable', en: 'Repeatable group' },
  computed: { fr: 'Valeur calculée', en: 'Computed value' },
  consent: { fr: 'Consentement', en: 'Consent' },
  information: { fr: 'Texte d’information', en: 'Information text' },
} as const satisfies Record<string, LocalizedText>

/** Parts of structured values. */
export const partTitles = {
  label: { fr: 'Adresse', en: 'Address' },
  postcode: { fr: 'Code postal', en: 'Postcode' },
  city: { fr: 'Commune', en: 'Town' },
  citycode: { fr: 'Code INSEE de la commune', en: 'INSEE code of the town' },
  lon: { fr: 'Longitude', en: 'Longitude' },
  lat: { fr: 'Latitude', en: 'Latitude' },
  civility: { fr: 'Civilité', en: 'Title' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom', en: 'Last name' },
  birthDate: { fr: 'Date de naissance', en: 'Date of birth' },
  accepted: { fr: 'Consentement donné', en: 'Consent given' },
  at: { fr: 'Date du consentement', en: 'Date of consent' },
} as const satisfies Record<string, LocalizedText>

/** Words inside displayed values. */
export const words = {
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  north: { fr: 'N', en: 'N' },
  south: { fr: 'S', en: 'S' },
  east: { fr: 'E', en: 'E' },
  west: { fr: 'O', en: 'W' },
} as const satisfies Record<string, LocalizedText>

export const civilities = {
  mme: { fr: 'Mme', en: 'Ms' },
  m: { fr: 'M.', en: 'Mr' },
} as const satisfies Record<string, LocalizedText>

/** What a field that receives files accepts, in a list: `PDF, images`. */
export const fileKindTitles = {
  pdf: { fr: 'PDF', en: 'PDF' },
  image: { fr: 'image', en: 'image' },
  word: { fr: 'traitement de texte', en: 'word processing' },
  sheet: { fr: 'tableur', en: 'spreadsheet' },
  slides: { fr: 'présentation', en: 'presentation' },
  text: { fr: 'texte brut', en: 'plain text' },
  audio: { fr: 'son', en: 'sound' },
  video: { fr: 'vidéo', en: 'video' },
  archive: { fr: 'archive ZIP', en: 'ZIP archive' },
  any: { fr: 'tout fichier', en: 'any file' },
} as const satisfies Record<string, LocalizedText>

/** Between a name and what it says. */
export const colon: Record<Locale, string> = { fr: '\u00a0: ', en: ': ' }

/** Between items that hold commas. */
export const semicolon: Record<Locale, string> = { fr: '\u202f; ', en: '; ' }

/** A day of the month before its month and year; French says the first as an ordinal. */
export const dayInWords: Record<Locale, (day: number, monthAndYear: string) => string> = {
  fr: (day, monthAndYear) => `${day === 1 ? '1er' : day}\u00a0${monthAndYear}`,
  en: (day, monthAndYear) => `${day}\u00a0${monthAndYear}`,
}

/** A day and the time of a clock, hours and minutes of two figures. */
export const clockTime: Record<Locale, (day: string, hours: string, minutes: string) => string> = {
  fr: (day, hours, minutes) =>
    `${day} à ${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`,
  en: (day, hours, minutes) => `${day} at ${hours}:${minutes}`,
}

export const bornOn: Record<Locale, (day: string, civility?: keyof typeof civilities) => string> = {
  fr: (day, civility) => `${civility === 'mme' ? 'née' : civility === 'm' ? 'né' : 'né(e)'} le ${day}`,
  en: (day) => `born on ${day}`,
}

export const givenOn: Record<Locale, (day?: string) => string> = {
  fr: (day) => (day === undefined ? 'Consentement donné' : `Consentement donné le ${day}`),
  en: (day) => (day === undefined ? 'Consent given' : `Consent given on ${day}`),
}

export const fileCount: Record<Locale, (count: number) => string> = {
  fr: (count) => `${count}\u00a0fichier${count > 1 ? 's' : ''}`,
  en: (count) => `${count}\u00a0file${count === 1 ? '' : 's'}`,
}
