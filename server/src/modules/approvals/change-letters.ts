// SPDX-License-Identifier: MIT
import { frenchSpaces, type Locale, type LocalizedText } from '@guichet/engine'

/** What a mail about a change request is told of: never a value, which its reader might not be allowed to read. */
export type ChangeLetterKind = 'asks' | 'late' | 'applied' | 'rejected'

/** The entry by its number or the name of its collection, the circuit and the level by their titles. */
export type ChangeFacts = {
  readonly entry: string
  readonly circuit: string
  readonly level: string
  readonly reason: string
}

type Words = {
  readonly subject: (facts: ChangeFacts) => string
  readonly body: (facts: ChangeFacts) => string
  readonly button: string
}

const fr: Readonly<Record<ChangeLetterKind, Words>> = {
  asks: {
    subject: ({ entry }) => `Une modification à valider : ${entry}`,
    body: ({ entry, circuit, level }) =>
      `Bonjour,\n\nUne modification de la fiche ${entry} attend votre validation (${circuit}, ${level}).\n\nElle ne sera enregistrée qu’une fois acceptée.`,
    button: 'Lire la modification proposée',
  },
  late: {
    subject: ({ entry }) => `Rappel : une modification à valider, ${entry}`,
    body: ({ entry, circuit, level }) =>
      `Bonjour,\n\nUne modification de la fiche ${entry} attend toujours votre validation (${circuit}, ${level}) et le délai est dépassé.`,
    button: 'Lire la modification proposée',
  },
  applied: {
    subject: ({ entry }) => `Votre modification est enregistrée : ${entry}`,
    body: ({ entry }) =>
      `Bonjour,\n\nLa modification que vous avez proposée sur la fiche ${entry} a été acceptée et enregistrée.`,
    button: 'Ouvrir la fiche',
  },
  rejected: {
    subject: ({ entry }) => `Votre modification n’est pas retenue : ${entry}`,
    body: ({ entry, reason }) =>
      `Bonjour,\n\nLa modification que vous avez proposée sur la fiche ${entry} n’a pas été acceptée.\n\nMotif : ${reason}`,
    button: 'Ouvrir la fiche',
  },
}

const en: typeof fr = {
  asks: {
    subject: ({ entry }) => `A change to approve: ${entry}`,
    body: ({ entry, circuit, level }) =>
      `Hello,\n\nA change of ${entry} waits for your approval (${circuit}, ${level}).\n\nIt is written once it is accepted.`,
    button: 'Read the proposed change',
  },
  late: {
    subject: ({ entry }) => `Reminder: a change to approve, ${entry}`,
    body: ({ entry, circuit, level }) =>
      `Hello,\n\nA change of ${entry} still waits for your approval (${circuit}, ${level}) and its time is over.`,
    button: 'Read the proposed change',
  },
  applied: {
    subject: ({ entry }) => `Your change is written: ${entry}`,
    body: ({ entry }) => `Hello,\n\nThe change of ${entry} that you proposed was accepted and written.`,
    button: 'Open the entry',
  },
  rejected: {
    subject: ({ entry }) => `Your change was not accepted: ${entry}`,
    body: ({ entry, reason }) =>
      `Hello,\n\nThe change of ${entry} that you proposed was not accepted.\n\nReason: ${reason}`,
    button: 'Open the entry',
  },
}

/** The words of a mail about a change request, in the reader's language. */
export function changeLetter(kind: ChangeLetterKind, facts: ChangeFacts, locale: Locale) {
  const { subject, body, button } = (locale === 'fr' ? fr : en)[kind]
  const shown = (text: string) => (locale === 'fr' ? frenchSpaces(text) : text)
  return { locale, subject: shown(subject(facts)), body: shown(body(facts)), button: shown(button) }
}

/** The subject in both languages, for what is told in the application. */
export function changeTitle(kind: ChangeLetterKind, facts: (locale: Locale) => ChangeFacts): LocalizedText {
  return {
    fr: changeLetter(kind, facts('fr'), 'fr').subject,
    en: changeLetter(kind, facts('en'), 'en').subject,
  }
}
