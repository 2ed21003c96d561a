// SPDX-License-Identifier: MIT
import { type Answers, fieldType, formFields, isEmpty } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { InstalledProcedure } from '../catalogue/index.ts'
import { loadEntry, type LoadedEntry } from '../entries/index.ts'

/**
 * What is known of the signed-in person and proposed in a new draft: name, mailbox and telephone, in the fields that
 * the collection says are the applicant's. Proposed only: every value may be changed, and is checked like any other.
 *
 * Reads the person's own entry under the person's own rights.
 */
export async function proposedAnswers(context: Context, installed: InstalledProcedure): Promise<Answers> {
  const { actor } = context
  const { contact } = installed.collection
  if (actor.kind !== 'person' || !contact) return {}
  const person = await loadEntry(context.db, context, actor.personId)
  const proposals: [field: string | undefined, candidates: readonly unknown[]][] = [
    [contact.name, [knownOfType(person, 'person_identity'), actor.name, identityOf(actor.name)]],
    [contact.email, [actor.email]],
    [contact.phone, [knownOfType(person, 'phone')]],
  ]
  const asked = formFields(installed.form)
  return Object.fromEntries(
    proposals.flatMap(([key, candidates]) => {
      const value = key !== undefined && asked.includes(key) ? fitting(installed, key, candidates) : undefined
      return key === undefined || isEmpty(value) ? [] : [[key, value]]
    }),
  )
}

/** The first candidate that the field accepts, as it would store it. */
function fitting({ collection }: InstalledProcedure, key: string, candidates: readonly unknown[]): unknown {
  const field = collection.fields[key]
  if (!field) return undefined
  for (const candidate of candidates) {
    const checked = isEmpty(candidate) ? undefined : fieldType(field).check(candidate, field)
    if (checked?.ok && !isEmpty(checked.value)) return checked.value
  }
  return undefined
}

/** The person's first readable value of that type. */
function knownOfType(person: LoadedEntry | undefined, type: string): unknown {
  if (!person) return undefined
  const known = Object.entries(person.definition.fields).find(
    ([key, field]) => field.type === type && person.readable.has(key) && !isEmpty(person.values[key]),
  )
  return known && person.values[known[0]]
}

/** « Élise Courrière » cut at its first space: a guess, that the applicant sees and corrects. */
function identityOf(name: string): { firstName: string; lastName: string } | undefined {
  const [firstName, ...rest] = name.trim().split(/\s+/u)
  const lastName = rest.join(' ')
  return firstName !== undefined && lastName !== '' ? { firstName, lastName } : undefined
}
