// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { address } from './address.ts'
import { boolean } from './boolean.ts'
import { choice } from './choice.ts'
import { choices } from './choices.ts'
import { computed } from './computed.ts'
import { consent } from './consent.ts'
import { date } from './date.ts'
import { datetime } from './datetime.ts'
import { email } from './email.ts'
import type { FieldType } from './field-type.ts'
import { file } from './file.ts'
import { files } from './files.ts'
import { geoPoint } from './geo-point.ts'
import { groupOf, type GroupSettings } from './group.ts'
import { iban } from './iban.ts'
import { information } from './information.ts'
import { integer } from './integer.ts'
import { longText } from './long-text.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { personIdentity } from './person-identity.ts'
import { phone } from './phone.ts'
import { reference } from './reference.ts'
import { references } from './references.ts'
import { siren } from './siren.ts'
import { siret } from './siret.ts'
import { text } from './text.ts'
import { uai } from './uai.ts'
import { url } from './url.ts'

/** The types whose fields hold no other field. Adding a type: its file, this list, its titles and its problems. */
const plainTypes = [
  text,
  longText,
  number,
  integer,
  money,
  boolean,
  date,
  datetime,
  choice,
  choices,
  email,
  phone,
  url,
  address,
  geoPoint,
  personIdentity,
  reference,
  references,
  siret,
  siren,
  uai,
  iban,
  file,
  files,
  computed,
  consent,
  information,
] as const

type PlainTypes = typeof plainTypes
type Schemas<Types extends readonly { readonly schema: z.ZodType }[]> = {
  [I in keyof Types]: Types[I]['schema']
}

/** A repeatable group: its members are fields, groups among them. */
export type GroupField = GroupSettings & { fields: Record<string, Field> }

/** The definition of a field, as a solution writes it. */
export type Field = z.infer<PlainTypes[number]['schema']> | GroupField
export type FieldTypeKey = Field['type']

/** The fields of a collection, a form or a group, by key. */
export type Fields = Readonly<Record<string, Field>>

const schemasOf = <Types extends readonly { readonly schema: z.ZodType }[]>(types: Types) =>
  // `map` loses the order of a tuple, which the compiler cannot know it keeps.
  types.map((type) => type.schema) as unknown as Schemas<Types>

const group = groupOf<Field>(
  z.lazy(() => fieldSchema),
  (field) => fieldType(field),
)

/** The definition of a field: settings that its type does not know are refused. */
export const fieldSchema: z.ZodType<Field> = z.discriminatedUnion('type', [
  ...schemasOf(plainTypes),
  group.schema,
])

/**
 * A type whose own field and value types are forgotten: give its functions only fields of that type and values that
 * its `check` has accepted.
 */
export type AnyFieldType = FieldType<Field, unknown>

/** Every type of field, in the order an administrator is offered them. */
// Forgetting the types of fields and values is what this list is for; `fieldType` pairs a field with its own type.
export const fieldTypes = [...plainTypes, group] as unknown as readonly AnyFieldType[]

const byKey: ReadonlyMap<string, AnyFieldType> = new Map(fieldTypes.map((type) => [type.key, type]))

/** What a field's values are and how they are read, checked and shown. */
export function fieldType(field: Field): AnyFieldType {
  const type = byKey.get(field.type)
  if (!type) throw new Error(`No field type ${field.type}: the definition was not checked`)
  return type
}
