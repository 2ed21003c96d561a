// SPDX-License-Identifier: MIT
import {
  type Collection,
  collectionsSending,
  type Locale,
  type MailContext,
  mayReceiveTexts,
  renderMail,
  renderSms,
  sampleEntry,
  smsParts,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { requireStudio } from '../definitions/index.ts'
import { bodyOf, queueMail, queueTexts, withPicturesInside } from '../notifications/index.ts'
import { mailboxOf } from '../people/index.ts'
import { checkTyped, type TemplateProblem, type TypedParts, withTyped } from './adjust-template.ts'
import { previewMessages } from './preview-messages.ts'
import { type TemplateName, templateNamed } from './templates.ts'

/** A message as its reader would see it, about an entry that never was. */
export type TemplatePreview =
  | { readonly kind: 'mails'; readonly subject: string; readonly html: string; readonly text: string }
  | {
      readonly kind: 'texts'
      readonly text: string
      /** In how many messages an operator cuts it. */
      readonly parts: number
    }

export type PreviewOutcome =
  | { readonly ok: true; readonly preview: TemplatePreview }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] }

/**
 * Shows typed words as the message they would make, in one language, about a sample entry. Nothing is kept.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function previewTemplate(
  context: Context,
  request: TemplateName & { readonly locale: Locale; readonly parts: TypedParts },
): Promise<PreviewOutcome> {
  const written = await write(context, request)
  if (!written.ok || written.preview.kind === 'texts') return written
  const html = await withPicturesInside(context, written.preview.html)
  return { ok: true, preview: { ...written.preview, html } }
}

export type TestSent =
  | { readonly ok: true; readonly mailId: string; readonly to: string }
  | { readonly ok: false; readonly refusal: 'faulty'; readonly problems: readonly TemplateProblem[] }
  | { readonly ok: false; readonly refusal: 'no-address' }

/**
 * Sends typed words to whoever asks, about a sample entry, through the outbox: to their own mailbox or mobile telephone
 * and to no other.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`
 */
export async function sendTest(
  context: Context,
  request: TemplateName & { readonly locale: Locale; readonly parts: TypedParts },
): Promise<TestSent> {
  const written = await write(context, request)
  if (!written.ok) return { ok: false, refusal: 'faulty', problems: written.problems }
  const { preview } = written
  const own = context.actor.kind === 'person' ? await mailboxOf(context, context.actor.personId) : undefined
  const template = `${request.solution}.${request.key}`
  const name = own?.name
  const title = (subject: string) => previewMessages[request.locale].test(subject)
  return context.db.transaction().execute(async (tx): Promise<TestSent> => {
    if (preview.kind === 'mails') {
      if (!own) return { ok: false, refusal: 'no-address' }
      const { html, text } = preview
      const mail = { to: { email: own.email, name }, subject: title(preview.subject), html, text, template }
      return { ok: true, mailId: (await queueMail(tx, context, mail)) ?? '', to: own.email }
    }
    const phone = own?.phone
    if (!phone || !mayReceiveTexts(phone)) return { ok: false, refusal: 'no-address' }
    const subject = title(previewMessages[request.locale].sms)
    const [mailId = ''] = await queueTexts(tx, context, [
      { to: { phone, name }, subject, text: preview.text, template },
    ])
    return { ok: true, mailId, to: phone }
  })
}

async function write(
  context: Context,
  request: TemplateName & { readonly locale: Locale; readonly parts: TypedParts },
): Promise<PreviewOutcome> {
  await requireStudio(context)
  const { kind, key, locale } = request
  const { release } = await templateNamed(context, request)
  const problems = checkTyped(release.published, request, request.parts)
  if (problems.length > 0) return { ok: false, problems }
  const solution = withTyped(release.published, request, request.parts)
  const [collection] = collectionsSending(solution, kind).get(key)?.values() ?? []
  const words = sampleContext(context, locale, collection ?? emptyCollection)
  if (kind === 'texts') {
    const sms = solution.texts?.[key]
    const text = sms ? renderSms(sms, words) : ''
    return { ok: true, preview: { kind, text, parts: smsParts(text) } }
  }
  const mail = solution.mails?.[key]
  if (!mail) throw new Error('a mail that was found is gone')
  return { ok: true, preview: { kind, ...renderMail(mail, words, context.tenant.brandColour) } }
}

/** For a message that no flow sends. */
const emptyCollection: Collection = {
  title: { fr: 'Demande', en: 'Request' },
  titlePlural: { fr: 'Demandes', en: 'Requests' },
  fields: {},
  entryTitle: 'Demande',
}

function sampleContext({ tenant, clock }: Context, locale: Locale, collection: Collection): MailContext {
  const now = clock.now()
  const words = previewMessages[locale]
  const inAMonth = new Date(now.getTime() + 30 * 86_400_000)
  return {
    ...sampleEntry(collection, { locale, now: now.toISOString() }),
    reader: { locale, timeZone: tenant.timeZone, nameOf: () => undefined },
    body: bodyOf(tenant, locale),
    recipient: { name: words.recipient },
    sender: { name: words.sender },
    reason: words.reason,
    message: words.message,
    asked: [{ label: words.asked, word: words.askedWord }],
    link: { url: `${tenant.publicUrl}/lien/${words.link}`, expiresAt: inAMonth.toISOString() },
  }
}
