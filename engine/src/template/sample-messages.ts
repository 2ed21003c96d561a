// SPDX-License-Identifier: MIT
import type { FieldTypeKey } from '../field-types/registry.ts'
import type { Locale } from '../text/localized.ts'

/** What a sample entry holds, by type of field; a field of another type shows its own label. */
export const sampleWords: Readonly<Record<Locale, Readonly<Partial<Record<FieldTypeKey, string>>>>> = {
  fr: {
    date: '3 décembre 2026',
    datetime: '3 décembre 2026 à 9 h 30',
    number: '3',
    integer: '3',
    money: '25,00 €',
    boolean: 'Oui',
    email: 'camille@exemple.example',
    phone: '06 39 98 12 34',
    url: 'https://exemple.example',
    address: '12 rue des Lices, 13100 Plassans',
    person_identity: 'Camille Exemple',
    file: 'document.pdf',
    files: 'photo-1.jpg, photo-2.jpg',
    information: '',
  },
  en: {
    date: '3 December 2026',
    datetime: '3 December 2026, 9:30 am',
    number: '3',
    integer: '3',
    money: '€25.00',
    boolean: 'Yes',
    email: 'camille@exemple.example',
    phone: '06 39 98 12 34',
    url: 'https://exemple.example',
    address: '12 rue des Lices, 13100 Plassans',
    person_identity: 'Camille Exemple',
    file: 'document.pdf',
    files: 'photo-1.jpg, photo-2.jpg',
    information: '',
  },
}
