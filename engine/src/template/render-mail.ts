// SPDX-License-Identifier: MIT
import { mailToHtml } from './mail-html.ts'
import { mailToText } from './mail-text.ts'
import { mergeMail, type MailContext } from './merge-mail.ts'
import type { MailTemplate } from './message-template.ts'

export type RenderedMail = { readonly subject: string; readonly html: string; readonly text: string }

/**
 * Writes a mail out: subject, HTML and plain text with the same words.
 *
 * `brand` is the body's colour, `#rrggbb`, dark enough to carry white. Throws on a template that `check` refuses.
 */
export function renderMail(template: MailTemplate, context: MailContext, brand: string): RenderedMail {
  const model = mergeMail(template, context)
  const { locale } = context.reader
  return {
    subject: model.subject,
    html: mailToHtml(model, context.body, locale, brand),
    text: mailToText(model, context.body, locale),
  }
}
