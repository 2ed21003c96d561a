// SPDX-License-Identifier: MIT
import {
  type EntryRow,
  type ExpressionCache,
  type MailAsked,
  type MailBody,
  type MailContext,
  type MailTemplate,
  mergeMail,
  type RenderedMail,
  renderMail,
  renderSms,
  type SmsTemplate,
  type Locale,
  type LocalizedText,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { type LoadedEntry, referredTitles } from '../entries/index.ts'
import { logoAddress } from './inline-logos.ts'

/** What a mail says besides its entry. */
export type MailWords = Pick<MailContext, 'sender' | 'reason' | 'message' | 'link' | 'notice'> & {
  /** What a correction was asked on, in the language that the mail is written in. */
  readonly askedIn?: (locale: Locale) => readonly MailAsked[]
  readonly recipient: { readonly name: string }
}

/**
 * Writes a template out for one entry and one recipient.
 *
 * Unmasked: a mail shows what its author put in the template, whoever receives it, as a letter does. The author of
 * the solution answers for who reads what, not the rights of the recipient, who may have none.
 */
export function composeMail(
  { tenant }: Context,
  mail: MailOfEntry,
  words: MailWords,
  locale: Locale,
): RenderedMail {
  return renderMail(mail.template, mailContext(tenant, mail, words, locale), tenant.brandColour)
}

/** The same for a text message. */
export function composeSms({ tenant }: Context, sms: SmsOfEntry, words: MailWords, locale: Locale): string {
  return renderSms(sms.template, mailContext(tenant, sms, words, locale))
}

/** The subject alone, in both languages. */
export function composeSubject({ tenant }: Context, mail: MailOfEntry, words: MailWords): LocalizedText {
  const subject = (locale: Locale) =>
    mergeMail(mail.template, mailContext(tenant, mail, words, locale)).subject
  return { fr: subject('fr'), en: subject('en') }
}

/** What a template reads. */
type EntryToTell = {
  readonly entry: ReadableEntry
  /** Of the release the template is from: its expressions are parsed once. */
  readonly expressions: ExpressionCache
}
/** A template with what it reads. */
export type MailOfEntry = EntryToTell & { readonly template: MailTemplate }
export type SmsOfEntry = EntryToTell & { readonly template: SmsTemplate }

function mailContext(
  tenant: Tenant,
  { entry, expressions }: EntryToTell,
  { askedIn, ...words }: MailWords,
  locale: Locale,
): MailContext {
  return {
    collection: entry.definition,
    row: entry.row,
    reader: { locale, timeZone: tenant.timeZone, nameOf: (id) => entry.titles.get(id) },
    body: bodyOf(tenant, locale),
    expressions,
    ...words,
    ...(askedIn && { asked: askedIn(locale) }),
  }
}

/** An entry with the titles of what it refers to: what templates and expressions read. */
export type ReadableEntry = {
  readonly definition: LoadedEntry['definition']
  readonly row: EntryRow
  readonly titles: ReadonlyMap<string, string>
}

/** Reads what templates may name of entries, in the caller's transaction: by id, each with what it refers to. */
export async function readableEntries(
  tx: Tx,
  context: Context,
  entries: readonly LoadedEntry[],
): Promise<Map<string, ReadableEntry>> {
  const alike = Map.groupBy(entries, ({ collection, release }) => `${collection} ${release.id}`)
  const readable = new Map<string, ReadableEntry>()
  for (const group of alike.values()) {
    const [first] = group
    if (!first) continue
    const { collection, definition } = first
    const values = group.map((entry) => entry.values)
    const titles = await referredTitles({ ...context, db: tx }, collection, definition, values)
    for (const entry of group) readable.set(entry.id, { definition, row: rowOf(entry), titles })
  }
  return readable
}

function rowOf(entry: LoadedEntry): EntryRow {
  return {
    id: entry.id,
    collection: entry.collection,
    state: entry.state,
    number: entry.number,
    title: entry.title,
    owner: entry.owner,
    createdAt: entry.createdAt.toISOString(),
    updatedAt: entry.updatedAt.toISOString(),
    closedAt: entry.closedAt?.toISOString() ?? null,
    legalDueOn: entry.legalDueOn,
    values: entry.values,
  }
}

/** The body in whose name mails are sent. */
export function bodyOf(tenant: Tenant, locale: Locale): MailBody {
  const logo = logoAddress(tenant)
  return {
    ...(logo !== undefined && { logo }),
    name: tenant.name,
    tagline: tenant.tagline[locale],
    address: tenant.address.join(', '),
    phone: tenant.phone,
    email: tenant.email,
    hours: tenant.openingHours[locale].join(', '),
  }
}
