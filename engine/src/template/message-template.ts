// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { key } from '../text/key.ts'
import { localizedText } from '../text/localized.ts'

/**
 * Text of a mail. Paragraphs are separated by an empty line. A paragraph starting with `# ` is the heading, one whose
 * lines start with `> ` is set apart as a person's word, lines starting with `- ` are a list, `**bold**` is bold.
 * `{{ … }}` are expressions over `entry` (what a person reads; what is stored is in `entry.raw`), `reason`, `message`,
 * `sender`, `recipient`, `body`, `link`. A line with `{{ asked.label }}` or `{{ asked.word }}` is written once for each
 * answer that a correction was asked on; `askedCount` tells how many there are. Elsewhere than in the body of a mail
 * these are the labels and the words of all of them. What is merged never makes structure: it stays in its paragraph.
 */
export const mailTemplate = z.strictObject({
  title: localizedText,
  subject: localizedText,
  body: localizedText,
  /** The one button, when the mail carries a link. */
  button: localizedText.optional(),
  /** Shown as a table in the mail: fields of the entry, or `number`, `title`, `state`, `createdAt`, `closedAt`. */
  facts: z.array(key).optional(),
  /**
   * What the law has a mail say, written after its body by the regime of the procedure: the receipts given at filing,
   * the acknowledgement given later, or what is missing and until when. Nothing where the procedure has no regime.
   */
  notice: z.enum(['filing', 'acknowledgement', 'completion']).optional(),
})
export type MailNotice = NonNullable<z.infer<typeof mailTemplate>['notice']>
export type MailTemplate = z.infer<typeof mailTemplate>

export const smsTemplate = z.strictObject({ title: localizedText, text: localizedText })
export type SmsTemplate = z.infer<typeof smsTemplate>

/** The names that the expressions of a message may use, besides those of `entry`. */
export const mailShape = {
  reason: true,
  message: true,
  asked: { label: true, word: true },
  askedCount: true,
  sender: { name: true },
  recipient: { name: true },
  body: { name: true, tagline: true, address: true, phone: true, email: true, hours: true },
  link: { url: true, expiresOn: true },
} as const
