// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'

/** What every mail says of itself, whatever its template. */
type MailMessages = {
  readonly facts: Readonly<Record<string, string>>
  readonly personalLink: (until: string) => string
  readonly warning: string
  readonly automatic: string
}

export const mailMessages: Readonly<Record<Locale, MailMessages>> = {
  fr: {
    facts: {
      number: 'Numéro de suivi',
      title: 'Demande',
      state: 'État',
      createdAt: 'Reçue le',
      closedAt: 'Close le',
      legalDueOn: 'Échéance légale',
    },
    personalLink: (until) => `Ce lien vous est personnel et reste valable jusqu’au ${until}.`,
    warning: 'Nous ne vous demanderons jamais votre mot de passe ni un paiement par courriel.',
    automatic: 'Ce courriel est envoyé automatiquement.',
  },
  en: {
    facts: {
      number: 'Tracking number',
      title: 'Request',
      state: 'Status',
      createdAt: 'Received on',
      closedAt: 'Closed on',
      legalDueOn: 'Legal due date',
    },
    personalLink: (until) => `This link is personal and remains valid until ${until}.`,
    warning: 'We will never ask for your password or for a payment by e-mail.',
    automatic: 'This e-mail is sent automatically.',
  },
}
