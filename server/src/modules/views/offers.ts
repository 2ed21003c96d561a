// SPDX-License-Identifier: MIT
import {
  all,
  collectionRef,
  type CollectionRef,
  compare,
  type Condition,
  type Field,
  solutionOf,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem } from '../../platform/http/problems.ts'
import { isUuid, listEntries, type ListedEntry, type Page } from '../entries/index.ts'
import { offeredToday } from './offered-today.ts'

/** An entry that a reference may name. */
export type OfferedEntry = { readonly id: string; readonly label: string }

export type Offers = {
  /** By key of the reference. */
  readonly offers: Readonly<Record<string, readonly OfferedEntry[]>>
  /** References that may name more than is offered, with the collection to search: see `searchOffers`. */
  readonly crowded: Readonly<Record<string, CollectionRef>>
}

/** What a reader looks for in the offers, and what is chosen already, by key of the reference. */
export type OffersAsked = {
  readonly search?: Readonly<Record<string, string>>
  readonly chosen?: Readonly<Record<string, readonly string[]>>
}

/** Bodies and persons offered in one list; more call for a search. */
const mostOffered = 200

/** Found at most while somebody types. */
const mostFound = 20

/** Whether entries are chosen for the field. */
export function isReference(field: Field): field is Extract<Field, { type: 'reference' | 'references' }> {
  return field.type === 'reference' || field.type === 'references'
}

/** The entries that each reference may name, among those the actor may list; none when they may list none. */
export async function offersFor(
  context: Context,
  collection: CollectionRef,
  fields: Readonly<Record<string, Field>>,
): Promise<Offers['offers']> {
  return (await findOffers(context, collection, fields)).offers
}

/** The same, narrowed by words where more may be named than one list holds. What is chosen stays offered. */
export async function findOffers(
  context: Context,
  collection: CollectionRef,
  fields: Readonly<Record<string, Field>>,
  { search = {}, chosen = {} }: OffersAsked = {},
): Promise<Offers> {
  const found = await Promise.all(
    Object.entries(fields).flatMap(([key, field]) =>
      isReference(field)
        ? [offersOf(context, { key, to: collectionRef(field.to, solutionOf(collection)), search, chosen })]
        : [],
    ),
  )
  return {
    offers: Object.fromEntries(found.map(({ key, offers }) => [key, offers])),
    crowded: Object.fromEntries(found.flatMap(({ key, to, isCrowded }) => (isCrowded ? [[key, to]] : []))),
  }
}

/** The first entries of a collection that these words find and that a reference may name today. */
export async function searchOffers(
  context: Context,
  { to, search }: { readonly to: CollectionRef; readonly search: string },
): Promise<OfferedEntry[]> {
  return offered(await listed(context, to, { search, limit: mostFound }))
}

type Asked = { readonly key: string; readonly to: CollectionRef } & Required<OffersAsked>

async function offersOf(context: Context, { key, to, search, chosen }: Asked) {
  const words = search[key]?.trim() ?? ''
  const page = await listed(context, to, { limit: mostOffered, ...(words !== '' && { search: words }) })
  const offers = offered(page)
  const others = (chosen[key] ?? []).filter((id) => isUuid(id) && !offers.some((one) => one.id === id))
  const kept =
    others.length === 0 ? [] : offered(await listed(context, to, { where: compare('id', 'eq', others) }))
  return { key, to, offers: [...kept, ...offers], isCrowded: words !== '' || page.next !== null }
}

async function listed(
  context: Context,
  collection: CollectionRef,
  { where, ...query }: { readonly where?: Condition; readonly search?: string; readonly limit?: number },
): Promise<Pick<Page<ListedEntry>, 'rows' | 'next'>> {
  try {
    const today = await offeredToday(context, collection)
    return await listEntries(context, {
      collection,
      where: where ? all(today, where) : today,
      sort: 'title',
      ...query,
    })
  } catch (error) {
    // Nothing to choose from, rather than no form: the check says what is missing.
    if (isProblem(error, 'not-allowed') || isProblem(error, 'sign-in-required'))
      return { rows: [], next: null }
    throw error
  }
}

const offered = ({ rows }: Pick<Page<ListedEntry>, 'rows'>): OfferedEntry[] =>
  rows.map(({ id, title }) => ({ id, label: title }))
