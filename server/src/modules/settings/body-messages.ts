// SPDX-License-Identifier: MIT
import { type BodySettings, frenchSpaces, type LocalizedText } from '@guichet/engine'
import type { LogoRefusal } from './judge-logo.ts'

const sentence = (fr: string, en: string): LocalizedText => ({ fr: frenchSpaces(fr), en })

/** What is expected of each setting, said when it was not. */
export const bodySentences: Readonly<Record<keyof BodySettings, LocalizedText>> = {
  name: sentence(
    'Écrivez le nom de la collectivité, en 120 caractères au plus.',
    'Write the name of the body, in 120 characters at most.',
  ),
  tagline: sentence(
    'Écrivez la devise en 120 caractères au plus dans chaque langue.',
    'Write the tagline in 120 characters at most in each language.',
  ),
  email: sentence(
    'Écrivez une adresse électronique, comme mairie@exemple.fr.',
    'Write an e-mail address, such as town@example.org.',
  ),
  phone: sentence(
    'Écrivez le téléphone en 30 caractères au plus.',
    'Write the telephone in 30 characters at most.',
  ),
  address: sentence(
    'Écrivez l’adresse en dix lignes au plus, de 200 caractères chacune.',
    'Write the address in ten lines at most, of 200 characters each.',
  ),
  openingHours: sentence(
    'Écrivez les horaires en dix lignes au plus, de 200 caractères chacune.',
    'Write the opening hours in ten lines at most, of 200 characters each.',
  ),
  brandColour: sentence(
    'Écrivez la couleur comme #0b4f6c : un croisillon et six chiffres ou lettres de a à f.',
    'Write the colour as #0b4f6c: a hash and six figures or letters from a to f.',
  ),
  timeZone: sentence(
    'Choisissez un fuseau horaire connu, comme Europe/Paris ou Indian/Reunion.',
    'Choose a known time zone, such as Europe/Paris or Indian/Reunion.',
  ),
  languages: sentence('Gardez au moins une langue.', 'Keep at least one language.'),
  secondFactorRoles: sentence('Choisissez des rôles de la liste.', 'Choose roles of the list.'),
  silentImpersonation: sentence('Choisissez oui ou non.', 'Choose yes or no.'),
  fourEyes: sentence('Choisissez oui ou non.', 'Choose yes or no.'),
  logo: sentence('Ce logo n’est plus là : envoyez-le de nouveau.', 'This logo is gone: send it again.'),
}

/** Why a picture is not taken as a logo, and what to do. */
export const logoSentences: Readonly<Record<LogoRefusal, LocalizedText>> = {
  empty: sentence('Choisissez une image avant d’envoyer.', 'Choose a picture before sending.'),
  'too-large': sentence(
    'Cette image dépasse 400 Ko : réduisez-la, puis recommencez.',
    'This picture is larger than 400 KB: make it smaller, then try again.',
  ),
  'not-a-picture': sentence(
    'Ce fichier n’est pas une image PNG, JPEG, WebP ou SVG. Son contenu compte, pas son nom.',
    'This file is not a PNG, JPEG, WebP or SVG picture. Its content counts, not its name.',
  ),
  'active-svg': sentence(
    'Ce dessin SVG contient autre chose qu’un dessin : un programme, un lien ou une image prise ailleurs. Enregistrez-le comme « SVG simple », ou envoyez un PNG.',
    'This SVG drawing holds more than a drawing: a program, a link or a picture from elsewhere. Save it as “plain SVG”, or send a PNG.',
  ),
}
