// SPDX-License-Identifier: MIT
import type { SendAccountMail } from './modules/accounts/index.ts'
import type { SendLinkMail } from './modules/links/index.ts'
import { composeLetter, queueMail } from './modules/notifications/index.ts'
import { actingAs, type Platform } from './platform/context.ts'
import { system } from '@guichet/engine'

/** How accounts send their mails: laid out as the body's, through the outbox. */
export function sendAccountMail(platform: Platform): SendAccountMail {
  return (tx, mail) =>
    queueMail(tx, actingAs(platform, system), {
      key: mail.key,
      to: mail.to,
      template: `account.${mail.kind}`,
      ...composeLetter(platform.tenant, mail),
    })
}

/** How links are renewed: the new one goes to the mailbox of the old. */
export function sendLinkMail(platform: Platform): SendLinkMail {
  return (tx, mail) =>
    queueMail(tx, actingAs(platform, system), {
      key: mail.key,
      to: mail.to,
      template: 'link.renewed',
      entry: mail.entry,
      ...composeLetter(platform.tenant, mail),
    })
}
