// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'

type PreviewMessages = {
  readonly recipient: string
  readonly sender: string
  readonly reason: string
  readonly message: string
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
    message: 'Bonjour, quand les travaux commencent-ils ?',
    link: 'exemple',
    test: (subject) => `[Essai] ${subject}`,
    sms: 'SMS',
  },
  en: {
    recipient: 'Camille Exemple',
    sender: 'Dominique Modèle',
    reason: 'The picture of the place is missing.',
    message: 'Hello, when does the work begin?',
    link: 'example',
    test: (subject) => `[Test] ${subject}`,
    sms: 'Text message',
  },
}
