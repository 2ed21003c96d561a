// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'
import { mailMessages } from './mail-messages.ts'
import { lineText, type Block } from './mail-model.ts'
import type { MailBody, MailModel } from './merge-mail.ts'

/** The mail for those who read plain text: same words, same order. */
export function mailToText(model: MailModel, body: MailBody, locale: Locale): string {
  const words = mailMessages[locale]
  const colon = locale === 'fr' ? '\u00A0: ' : ': '
  const { button } = model
  return [
    ...model.blocks.map(blockText),
    model.facts.map(({ label, value }) => `${label}${colon}${value}`).join('\n'),
    button ? [`${button.label}${colon}${button.url}`, button.note ?? ''].join('\n').trim() : '',
    ...(model.notice ?? []).map(blockText),
    ['-- ', body.name, body.address, body.phone, body.hours, body.email].filter(Boolean).join('\n'),
    words.warning,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function blockText(block: Block): string {
  const lines = block.lines.map(lineText)
  switch (block.kind) {
    case 'list':
      return lines.map((line) => `- ${line}`).join('\n')
    case 'note':
      return lines
        .flatMap((line) => line.split('\n'))
        .map((line) => `> ${line}`)
        .join('\n')
    case 'heading':
    case 'paragraph':
      return lines.join('\n')
  }
}
