// SPDX-License-Identifier: MIT
import { type Field, fieldType, type FormValues, inLocale, planEdit, writeFields } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { circuitOf } from '../change-requests/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { type EntryView, getEntry, presentEntry } from '../entries/index.ts'
import { findOffers, type Offers } from './offers.ts'

/** The fields of an entry that the actor edits, with what they say now. */
export type EditForm = {
  readonly entry: EntryView
  readonly questions: readonly {
    readonly key: string
    readonly field: Field
    /** Title of the circuit that an edit of it passes; null when it is written at once. */
    readonly approval: string | null
  }[]
  readonly values: FormValues
} & Offers

/**
 * The form of an edit. A field that the actor may write and not read is left out: its input would show it as empty.
 *
 * @throws Problem `not-found`; `not-allowed` to who may edit nothing
 */
export async function editForm(context: Context, id: string): Promise<EditForm> {
  const loaded = await getEntry(context.db, context, id)
  if (!loaded.may('edit')) throw problem('not-allowed')
  const entry = await presentEntry(context, loaded)
  const keys = Object.keys(loaded.definition.fields).filter(
    (key) => loaded.writable.has(key) && loaded.readable.has(key),
  )
  const { proposed } = planEdit(loaded.holding, keys)
  const definitions = await definitionsOf(context)
  const approvals = new Map(
    [...proposed].flatMap(([name, fields]) => {
      const title = circuitOf(definitions, loaded.collection, name)?.circuit.title
      return fields.map((field) => [field, title ? inLocale(title, context.actor.locale) : name] as const)
    }),
  )
  const questions = keys.flatMap((key) => {
    const field = loaded.definition.fields[key]
    return field && fieldType(field).column(field) !== undefined
      ? [{ key, field, approval: approvals.get(key) ?? null }]
      : []
  })
  const fields = Object.fromEntries(questions.map(({ key, field }) => [key, field]))
  const known = Object.fromEntries(entry.fields.map(({ key, value }) => [key, value]))
  return {
    entry,
    questions,
    values: writeFields(fields, known, '', { timeZone: context.tenant.timeZone }),
    ...(await findOffers(context, loaded.collection, fields)),
  }
}
