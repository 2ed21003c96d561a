// SPDX-License-Identifier: MIT
import {
  type EntryRow,
  type MailBody,
  type MailContext,
  type MailTemplate,
  type RenderedMail,
  renderMail,
  type Locale,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { type LoadedEntry, referredTitles } from '../entries/index.ts'

/** What a mail says besides its entry. */
export type MailWords = Pick<MailContext, 'sender' | 'reason' | 'message' | 'link'> & {
  readonly recipient: { readonly name: string }
}

/**
 * Writes a template out for one entry and one recipient.
 *
 * Unmasked: a mail shows what its author put in the template, whoever receives it, as a letter does. The author of
 * the solution answers for who reads what, not the rights of the recipient, who may have none.
 */
export function composeMail(
  context: Context,
  template: MailTemplate,
  entry: ReadableEntry,
  words: MailWords,
): RenderedMail {
  const { timeZone, brandColour } = context.tenant
  const { locale } = context.actor
  return renderMail(
    template,
    {
      collection: entry.definition,
      row: entry.row,
      reader: { locale, timeZone, nameOf: (id) => entry.titles.get(id) },
      body: bodyOf(context.tenant, locale),
      ...words,
    },
    brandColour,
  )
}

/** An entry with the titles of what it refers to: what templates and expressions read. */
export type ReadableEntry = {
  readonly definition: LoadedEntry['definition']
  readonly row: EntryRow
  readonly titles: ReadonlyMap<string, string>
}

/** Reads what a template may name of an entry, in the caller's transaction. */
export async function readableEntry(tx: Tx, context: Context, entry: LoadedEntry): Promise<ReadableEntry> {
  const titles = await referredTitles({ ...context, db: tx }, entry.collection, entry.definition, [
    entry.values,
  ])
  return { definition: entry.definition, row: rowOf(entry), titles }
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
    values: entry.values,
  }
}

/** The body in whose name mails are sent. */
export function bodyOf(tenant: Tenant, locale: Locale): MailBody {
  return {
    name: tenant.name,
    tagline: tenant.tagline[locale],
    address: tenant.address.join(', '),
    phone: tenant.phone,
    email: tenant.email,
    hours: tenant.openingHours[locale].join(', '),
  }
}
