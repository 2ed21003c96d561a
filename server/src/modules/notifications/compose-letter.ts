// SPDX-License-Identifier: MIT
import { type Locale, mailToHtml, mailToText, parseBlocks } from '@guichet/engine'
import type { Tenant } from '../../platform/tenant.ts'
import { bodyOf } from './compose-mail.ts'

/** A mail of the platform itself, about an account or a link: its texts are ours, not a solution's. */
export type Letter = {
  readonly locale: Locale
  readonly subject: string
  /** Paragraphs separated by an empty line, as in the templates of mails. */
  readonly body: string
  readonly button: { readonly label: string; readonly url: string }
}

/** Lays a letter out as the body's mails are. */
export function composeLetter(tenant: Tenant, { locale, subject, body, button }: Letter) {
  const model = { subject, blocks: parseBlocks(body), facts: [], button }
  const sender = bodyOf(tenant, locale)
  return {
    subject,
    html: mailToHtml(model, sender, locale, tenant.brandColour),
    text: mailToText(model, sender, locale),
  }
}
