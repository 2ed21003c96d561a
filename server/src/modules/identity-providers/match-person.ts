// SPDX-License-Identifier: MIT
import {
  all,
  type CollectionRef,
  compare,
  type Condition,
  type Field,
  fieldType,
  fold,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { listEntries } from '../entries/index.ts'
import { directoryOf } from '../people/index.ts'
import { type Claims, claimText } from './claims.ts'
import type { ProviderSettings } from './provider-settings.ts'

/**
 * The one person all of whose fields equal the claims, case and accents aside. `undefined` when a claim is not told,
 * when nobody is found, and when there are several: nobody is taken for somebody else.
 */
export async function personOfFields(
  context: Context,
  pairs: ProviderSettings['matching']['byFields'],
  claims: Claims,
): Promise<string | undefined> {
  if (pairs.length === 0) return undefined
  const wanted = pairs.map(({ claim, field, firstWord }) => {
    const told = claimText(claims, claim)
    return { field, value: firstWord ? told?.split(/\s+/)[0] : told }
  })
  if (wanted.some(({ value }) => value === undefined)) return undefined
  const { person } = await directoryOf(context)
  return onlyEntry(
    context,
    person.ref,
    wanted.map(({ field, value = '' }) => ({ field, value })),
  )
}

/**
 * The one entry of the collection whose fields have these values, case and accents of texts aside. A value that its
 * field could not hold is nobody's.
 */
export async function onlyEntry(
  context: Context,
  collection: CollectionRef,
  wanted: readonly { readonly field: string; readonly value: string }[],
): Promise<string | undefined> {
  const definition = (await definitionsOf(context)).model.collections.get(collection)
  const tests = wanted.map(({ field, value }) => fieldTest(definition?.fields ?? {}, field, value))
  if (tests.some((test) => test === undefined)) return undefined
  const where = all(...tests.flatMap((test) => test?.condition ?? []))
  const { rows, next } = await listEntries(context, { collection, where, limit: 50 })
  const same = rows.filter(({ values }) => tests.every((test) => test?.holds(values)))
  return next === null && same.length === 1 ? same[0]?.id : undefined
}

type FieldTest = {
  readonly condition: Condition
  readonly holds: (values: Readonly<Record<string, unknown>>) => boolean
}

/** A text is looked for by its beginning, which ignores case and accents, then compared whole. */
function fieldTest(
  fields: Readonly<Record<string, Field>>,
  path: string,
  told: string,
): FieldTest | undefined {
  const [key = '', part] = path.split('.')
  const field = fields[key]
  if (!field) return undefined
  if (part === undefined) {
    const checked = fieldType(field).check(told, field)
    if (!checked.ok || typeof checked.value !== 'string') return undefined
    const value = checked.value
    const isText = fieldType(field).operators(field).includes('starts')
    return textTest(path, value, isText, (values) => values[key])
  }
  const comparable = fieldType(field).parts?.[part]?.comparable
  if (comparable !== 'text' && comparable !== 'date') return undefined
  return textTest(path, told, comparable === 'text', (values) => partOf(values[key], part))
}

function textTest(
  path: string,
  value: string,
  isText: boolean,
  at: (values: Readonly<Record<string, unknown>>) => unknown,
): FieldTest {
  return {
    condition: compare(path, isText ? 'starts' : 'eq', value),
    holds: (values) => {
      const held = at(values)
      return typeof held === 'string' && fold(held) === fold(value)
    },
  }
}

const partOf = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, part)
    ? (value as Readonly<Record<string, unknown>>)[part] // an object that has this part
    : undefined
