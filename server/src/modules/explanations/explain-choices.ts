// SPDX-License-Identifier: MIT
import { inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem } from '../../platform/http/problems.ts'
import { listEntries } from '../entries/index.ts'
import { directoryOf } from '../people/index.ts'
import { explainable } from './explain-access.ts'

type Choice = { readonly key: string; readonly label: string }

/** What may be asked of an entry: of whom, which transition, which field. */
export type ExplainChoices = {
  /** Those found by their name, ten at most; none without words to look for. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly transitions: readonly Choice[]
  readonly fields: readonly Choice[]
}

const mostFound = 10

/**
 * The choices of a question on an entry. People are those that the actor may list in the directory.
 *
 * @throws Problem `not-found`; `not-allowed` without the right `explain`
 */
export async function explainChoices(
  context: Context,
  { entryId, search }: { readonly entryId: string; readonly search?: string | undefined },
): Promise<ExplainChoices> {
  const { definition } = await explainable(context, entryId)
  const { locale } = context.actor
  const choices = (named: Readonly<Record<string, { label: { fr: string; en: string } }>>) =>
    Object.entries(named).map(([key, { label }]) => ({ key, label: inLocale(label, locale) }))
  return {
    people: search?.trim() ? await peopleNamed(context, search.trim()) : [],
    transitions: choices(definition.lifecycle?.transitions ?? {}),
    fields: choices(definition.fields),
  }
}

async function peopleNamed(context: Context, search: string) {
  const { person } = await directoryOf(context)
  try {
    const { rows } = await listEntries(context, { collection: person.ref, search, limit: mostFound })
    return rows.map(({ id, title }) => ({ id, name: title }))
  } catch (error) {
    // Nobody to choose, rather than no page: the directory is closed to this reader.
    if (isProblem(error, 'not-allowed')) return []
    throw error
  }
}
