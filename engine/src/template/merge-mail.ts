// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { EntryRow } from '../condition/scope.ts'
import type { ExpressionCache } from '../expression/expression.ts'
import { compileTemplate } from '../expression/template.ts'
import { asHandled } from '../field-types/as-handled.ts'
import type { Tone } from '../text/key.ts'
import { inLocale, type Locale } from '../text/localized.ts'
import { entryVariables, longDay, type EntryVariables, type Reader } from './entry-variables.ts'
import { mailMessages } from './mail-messages.ts'
import { parseBlocks, withoutEmpty, type Block, type Line } from './mail-model.ts'
import type { MailTemplate } from './message-template.ts'

/** The body in whose name mails are sent. Only its name is always known. */
export type MailBody = {
  readonly name: string
  readonly tagline?: string
  readonly address?: string
  readonly phone?: string
  readonly email?: string
  readonly hours?: string
  /** Address of its logo, `cid:` in a mail that carries it; the product's mark when absent. */
  readonly logo?: string
}

/** An answer to correct or complete, as its mail names it; `word` is empty when nothing was said of it. */
export type MailAsked = { readonly label: string; readonly word: string }

/** All that a mail is made of. `reason` is the transition's, `message` the one posted on the thread. */
export type MailContext = {
  readonly collection: Collection
  readonly row: EntryRow
  readonly reader: Reader
  readonly body: MailBody
  readonly recipient: { readonly name: string }
  readonly sender?: { readonly name: string }
  readonly reason?: string
  readonly message?: string
  /** What a correction was asked on, in the reader's language. */
  readonly asked?: readonly MailAsked[]
  /** Expressions already compiled, kept with the release: writing a mail out is then ten times faster. */
  readonly expressions?: ExpressionCache
  /** What `template.notice` has the mail say, in words. */
  readonly notice?: Readonly<Record<Locale, readonly Block[]>>
  readonly link?: { readonly url: string; /** Instant, ISO 8601. */ readonly expiresAt?: string }
}

export type MailFact = { readonly label: string; readonly value: string; readonly tone?: Tone }

/** A mail, merged: what the HTML and the plain text are written from. Nothing in it is escaped yet. */
export type MailModel = {
  readonly subject: string
  readonly blocks: readonly Block[]
  readonly facts: readonly MailFact[]
  /** What the law has it say, after all that its author wrote. */
  readonly notice?: readonly Block[]
  readonly button?: { readonly label: string; readonly url: string; readonly note?: string }
}

/**
 * Merges a template with its context.
 *
 * The template is cut into blocks and runs first, then each run is merged: a reason that holds `**`, a blank line or
 * a `- ` stays the text it is. Throws on a template that `check` refuses.
 */
export function mergeMail(template: MailTemplate, context: MailContext): MailModel {
  const { locale } = context.reader
  const variables = mailVariables(context)
  const merge = (text: string) => mergeText(text, variables, context)
  const blocks = parseBlocks(template.body[locale]).map((block) => ({
    ...block,
    lines: block.lines.flatMap((line) => mergeLine(line, variables, context)),
  }))
  const button = template.button && mailButton(merge(template.button[locale]), context)
  return {
    // A header cannot hold a line break; a mailbox shows one line anyway.
    subject: merge(template.subject[locale])
      .replace(/\s*[\r\n]+\s*/gu, ' ')
      .trim(),
    blocks: withoutEmpty(blocks),
    ...(context.notice && { notice: context.notice[locale] }),
    facts: (template.facts ?? []).flatMap((name) => mailFact(name, context, variables)),
    ...(button && { button }),
  }
}

/** A line that names `asked` is written once for each answer asked; not at all where none was. */
function mergeLine(line: Line, variables: MailVariables, context: MailContext): readonly Line[] {
  const each = line.some(({ text }) => namesAsked.test(text))
    ? (context.asked ?? []).map((asked) => ({ ...variables, asked }))
    : [variables]
  return each.map((names) => line.map((run) => ({ ...run, text: mergeText(run.text, names, context) })))
}

const namesAsked = /\{\{[^}]*\basked\./u

export type MailVariables = Readonly<Record<string, unknown>> & { readonly entry: EntryVariables }

/** The names that the tags of a message may use. */
export function mailVariables(context: MailContext): MailVariables {
  const { reader, link, body } = context
  return {
    entry: entryVariables(context.collection, context.row, reader),
    reason: context.reason ?? '',
    message: context.message ?? '',
    asked: {
      label: (context.asked ?? []).map(({ label }) => label).join(', '),
      word: (context.asked ?? []).flatMap(({ word }) => (word === '' ? [] : [word])).join(', '),
    },
    askedCount: context.asked?.length ?? 0,
    sender: { name: context.sender?.name ?? body.name },
    recipient: { name: context.recipient.name },
    body: { tagline: '', address: '', phone: '', email: '', hours: '', ...body },
    link: { url: link?.url ?? '', expiresOn: link?.expiresAt ? longDay(link.expiresAt, reader) : '' },
  }
}

export function mergeText(
  text: string,
  variables: MailVariables,
  { reader, expressions }: MailContext,
): string {
  if (!text.includes('{{')) return text
  const { locale, timeZone } = reader
  const compiled = compileTemplate(text, {
    locale,
    ...(timeZone !== undefined && { timeZone }),
    ...(expressions && { cache: expressions }),
  })
  if (!compiled.ok) throw new Error(`A mail template was not checked: ${text}`)
  return compiled.render(variables)
}

/** Only an address of the web becomes a button: a template cannot make one that runs something. */
function mailButton(label: string, { link, reader }: MailContext): MailModel['button'] {
  if (!link || !/^https?:\/\//iu.test(link.url)) return undefined
  const note = link.expiresAt && mailMessages[reader.locale].personalLink(longDay(link.expiresAt, reader))
  return { label, url: link.url, ...(note && { note }) }
}

function mailFact(name: string, context: MailContext, { entry }: MailVariables): readonly MailFact[] {
  const { collection, row, reader } = context
  const value = entry[name]
  if (!value) return []
  const field = collection.fields[name]
  const label = field
    ? inLocale(asHandled(field).label, reader.locale)
    : (mailMessages[reader.locale].facts[name] ?? name)
  const tone =
    name === 'state' && row.state !== null ? collection.lifecycle?.states[row.state]?.tone : undefined
  return [{ label, value, ...(tone && { tone }) }]
}
