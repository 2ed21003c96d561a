// SPDX-License-Identifier: MIT
import { mailVariables, mergeText, type MailContext } from './merge-mail.ts'
import type { SmsTemplate } from './message-template.ts'

/**
 * Writes a text message out, on one paragraph: spaces and line breaks of what is merged become one space.
 * Throws on a template that `check` refuses.
 */
export function renderSms(template: SmsTemplate, context: MailContext): string {
  return mergeText(template.text[context.reader.locale], mailVariables(context), context)
    .replace(/[ \t\r\n]+/gu, ' ')
    .trim()
}

/** Characters of the GSM alphabet (3GPP TS 23.038 §6.2.1); those of its extension count twice. */
const gsm =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const gsmExtension = '^{}\\[~]|€'

/** In how many messages an operator cuts a text: 160 characters (153 each when cut), 70 (67) outside of that alphabet. */
export function smsParts(text: string): number {
  const signs = Array.from(text)
  const isGsm = signs.every((sign) => gsm.includes(sign) || gsmExtension.includes(sign))
  const length = isGsm
    ? signs.reduce((sum, sign) => sum + (gsmExtension.includes(sign) ? 2 : 1), 0)
    : text.length
  const [whole, cut] = isGsm ? [160, 153] : [70, 67]
  return length <= whole ? 1 : Math.ceil(length / cut)
}
