// SPDX-License-Identifier: MIT
import type { MailTransport } from './mail-transport.ts'
import { type MailjetSettings, mailjetTransport } from './mailjet-transport.ts'
import { smtpTransport } from './smtp-transport.ts'

export type MailSettings =
  | { readonly kind: 'smtp'; readonly url: string }
  | ({ readonly kind: 'mailjet' } & MailjetSettings)
  | { readonly kind: 'none' }

/** The configured way out, or `undefined` when mails stay in the outbox. */
export function createMailTransport(settings: MailSettings): MailTransport | undefined {
  switch (settings.kind) {
    case 'smtp':
      return smtpTransport(settings.url)
    case 'mailjet':
      return mailjetTransport(settings)
    case 'none':
      return undefined
  }
}
