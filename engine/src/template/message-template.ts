// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { key } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/**
 * Text of a mail. Paragraphs are separated by an empty line, a line starting with `- ` is an item of a list,
 * `**bold**` is bold; `{{ … }}` are expressions over `entry`, `reason`, `sender`, `recipient`, `body`, `link`.
 */
export const mailTemplate = z.object({
  title: localizedText,
  subject: localizedText,
  body: localizedText,
  /** The one button, when the mail carries a link. */
  button: localizedText.optional(),
  /** Answers shown as a table in the mail: fields of the entry. */
  facts: z.array(key).optional(),
})
export type MailTemplate = z.infer<typeof mailTemplate>

export const smsTemplate = z.object({ title: localizedText, text: localizedText })
export type SmsTemplate = z.infer<typeof smsTemplate>
