// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'

type PreviewMessages = {
  readonly recipient: string
  readonly sender: string
  readonly reason: string
  readonly message: string
  /** A question to correct, and what is said of it. */
  readonly asked: string
  readonly askedWord: string
  /** In place of the secret of a link. */
  readonly link: string
  readonly test: (subject: string) => string
  readonly sms: string
}

/** What a preview says where a real message would tell of people. */
export const previewMessages: Readonly<Record<Locale, PreviewMessages>> = {
  fr: {
    recipient: 'Camille Exemple',
    sender: 'Dominique Modèle',
    reason: 'Il manque la photo du lieu.',
    asked: 'Photos',
    askedWord: 'Une vue de plus loin, s’il vous plaît.',
    message: 'Bonjour, quand les travaux commencent-ils ?',
    link: 'exemple',
    test: (subject) => `[Essai] ${subject}`,
    sms: 'SMS',
  },
  en: {
    recipient: 'Camille Exemple',
    sender: 'Dominique Modèle',
    reason: 'The picture of the place is missing.',
    asked: 'Pictures',
    askedWord: 'One from farther away, please.',
    message: 'Hello, when does the work begin?',
    link: 'example',
    test: (subject) => `[Test] ${subject}`,
    sms: 'Text message',
  },
}
