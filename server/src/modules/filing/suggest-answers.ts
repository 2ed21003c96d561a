// SPDX-License-Identifier: MIT
import {
  type Answers,
  compareActor,
  type Field,
  fieldType,
  type FormItem,
  isAsked,
  isEmpty,
  type Suggestion,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem } from '../../platform/http/problems.ts'
import type { InstalledProcedure } from '../catalogue/index.ts'
import { type ListedEntry, listEntries, loadEntry, type LoadedEntry } from '../entries/index.ts'

/** Where a proposed answer was taken from, for the person to judge what it is still worth. */
export type Origin = {
  readonly from: 'account' | 'earlier'
  /** Instant it was last true, ISO 8601: the day of the request, or of the last change of the person's own entry. */
  readonly at: string | null
  /** Number of the request. */
  readonly number: string | null
}

export type SuggestedAnswer = Origin & { readonly value: unknown }

/** Proposed answers by field. */
export type Suggested = Readonly<Record<string, SuggestedAnswer>>

/** Requests of the person that are looked into, the last ones first. */
const mostEarlier = 20

/**
 * What is known of the signed-in person and proposed in a new draft: what the form's items say may be, and for the
 * fields by which the collection reaches its applicant the name, mailbox and telephone. Proposed only: every value may
 * be changed, and is checked like any other.
 *
 * Reads the person's own entry and own requests, under the person's own rights: nothing of anybody else is met.
 */
export async function suggestedAnswers(context: Context, installed: InstalledProcedure): Promise<Suggested> {
  const { actor } = context
  if (actor.kind !== 'person') return {}
  const items = installed.form.pages.flatMap((page) => page.items)
  const wanted = items.map((item) => ({ item, sources: sourcesOf(installed, item) }))
  const uses = (from: Suggestion['from']) =>
    wanted.some(({ sources }) => sources.some((source) => source.from === from))
  const known: Known = {
    name: actor.name,
    email: actor.email,
    person: uses('person') ? await loadEntry(context.db, context, actor.personId) : undefined,
    earlier: uses('earlier') ? await earlierRequests(context, installed) : [],
  }
  return Object.fromEntries(
    wanted.flatMap(({ item, sources }) => {
      const field = installed.collection.fields[item.field]
      const found = field && isAsked(field) ? firstFitting(field, item.field, sources, known) : undefined
      return found ? [[item.field, found]] : []
    }),
  )
}

/** The values alone. */
export function valuesOf(suggested: Suggested): Answers {
  return Object.fromEntries(Object.entries(suggested).map(([key, { value }]) => [key, value]))
}

type Known = {
  readonly name: string
  readonly email: string
  readonly person: LoadedEntry | undefined
  readonly earlier: readonly ListedEntry[]
}

/** What an item says, else what the collection's contact means. */
function sourcesOf({ collection }: InstalledProcedure, item: FormItem): readonly (Suggestion | TypeSource)[] {
  if (item.suggestFrom) return item.suggestFrom
  switch (item.field) {
    case collection.contact?.name:
      return [
        { from: 'person', type: 'person_identity' },
        { from: 'account', what: 'name' },
      ]
    case collection.contact?.email:
      return [{ from: 'account', what: 'email' }]
    case collection.contact?.phone:
      return [{ from: 'person', type: 'phone' }]
    default:
      return []
  }
}

/** The person's first readable value of a type. */
type TypeSource = { readonly from: 'person'; readonly type: Field['type'] }

function firstFitting(
  field: Field,
  key: string,
  sources: readonly (Suggestion | TypeSource)[],
  known: Known,
): SuggestedAnswer | undefined {
  for (const source of sources) {
    for (const { value: candidate, ...origin } of candidatesOf(source, key, known)) {
      const checked = isEmpty(candidate) ? undefined : fieldType(field).check(candidate, field)
      if (checked?.ok && !isEmpty(checked.value)) return { ...origin, value: checked.value }
    }
  }
  return undefined
}

function candidatesOf(source: Suggestion | TypeSource, key: string, known: Known): SuggestedAnswer[] {
  const account = { from: 'account', number: null, at: null } as const
  switch (source.from) {
    case 'account':
      return (source.what === 'email' ? [known.email] : [known.name, identityOf(known.name)]).map(
        (value) => ({
          ...account,
          value,
        }),
      )
    case 'person':
      return known.person
        ? [{ ...account, at: known.person.updatedAt.toISOString(), value: ofPerson(known.person, source) }]
        : []
    case 'earlier':
      return known.earlier.map(({ number, createdAt, values }) => ({
        from: 'earlier',
        number,
        at: createdAt.toISOString(),
        value: values[source.field ?? key],
      }))
  }
}

function ofPerson(
  person: LoadedEntry,
  source: Extract<Suggestion, { from: 'person' }> | TypeSource,
): unknown {
  const found = Object.entries(person.definition.fields).find(
    ([key, field]) =>
      ('field' in source ? key === source.field : field.type === source.type) &&
      person.readable.has(key) &&
      !isEmpty(person.values[key]),
  )
  return found && person.values[found[0]]
}

/** The person's own last requests of the same kind; none where people may not list theirs. */
async function earlierRequests(
  context: Context,
  { collectionRef }: InstalledProcedure,
): Promise<readonly ListedEntry[]> {
  try {
    const { rows } = await listEntries(context, {
      collection: collectionRef,
      where: compareActor('owner', 'eq', 'me'),
      sort: '-createdAt',
      limit: mostEarlier,
    })
    return rows
  } catch (error) {
    if (isProblem(error, 'sign-in-required') || isProblem(error, 'not-allowed')) return []
    throw error
  }
}

/** « Élise Courrière » cut at its first space: a guess, that the applicant sees and corrects. */
function identityOf(name: string): { firstName: string; lastName: string } | undefined {
  const [firstName, ...rest] = name.trim().split(/\s+/u)
  const lastName = rest.join(' ')
  return firstName !== undefined && lastName !== '' ? { firstName, lastName } : undefined
}
