// SPDX-License-Identifier: MIT
import type { TemplatePart, TemplateProblem, WrittenTo } from '@guichet/server'
import { m } from '../../paraglide/messages.js'
import { inLanguage } from '../../ui/language.ts'

/** « au demandeur », « au rôle Agent ». */
export function readerWords(to: WrittenTo): string {
  switch (to.kind) {
    case 'applicant':
      return m.studio_to_applicant()
    case 'role':
      return m.studio_to_role({ role: inLanguage(to.label) })
    case 'path':
      return m.studio_to_field({ field: inLanguage(to.label) })
    case 'email':
      return to.email
  }
}

export function partWords(part: TemplatePart): string {
  switch (part) {
    case 'subject':
      return m.studio_part_subject()
    case 'body':
      return m.studio_part_body()
    case 'button':
      return m.studio_part_button()
    case 'text':
      return m.studio_part_text()
  }
}

/** Name of the input of a part in one language. */
export const partInput = (part: TemplatePart, locale: 'fr' | 'en'): string => `${part}.${locale}`

/** What is wrong, with the line and the tag when it is a tag. */
export function templateProblem({ code, line, found, message }: TemplateProblem): string {
  if (code === 'blank') return m.studio_problem_blank()
  if (code === 'too-long') return m.studio_problem_long()
  const why = message ? inLanguage(message) : ''
  return m.studio_problem_tag({ line: line ?? 1, tag: found ?? '', why })
}

const names: Readonly<Record<string, () => string>> = {
  'recipient.name': m.studio_tag_recipient,
  'sender.name': m.studio_tag_sender,
  reason: m.studio_tag_reason,
  message: m.studio_tag_message,
  'asked.label': m.studio_tag_asked,
  'asked.word': m.studio_tag_asked_word,
  askedCount: m.studio_tag_asked_count,
  'link.url': m.studio_tag_link,
  'link.expiresOn': m.studio_tag_link_until,
  'entry.number': m.studio_tag_number,
  'entry.title': m.studio_tag_title,
  'entry.state': m.studio_tag_state,
  'entry.createdAt': m.studio_tag_created,
  'entry.closedAt': m.studio_tag_closed,
  'body.name': m.studio_tag_body,
  'body.phone': m.studio_tag_phone,
  'body.email': m.studio_tag_email,
  'body.address': m.studio_tag_address,
  'body.hours': m.studio_tag_hours,
}

/** What a tag puts in the message. */
export function tagWords(name: string, label: { fr: string; en: string } | null): string {
  return label ? inLanguage(label) : (names[name]?.() ?? name)
}
