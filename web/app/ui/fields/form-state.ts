// SPDX-License-Identifier: MIT
import type { Field, FormValues } from '@guichet/engine'

/** A file already received for a field. */
export interface UploadedFile {
  readonly id: string
  readonly name: string
  /** « 2,4 Mo ». */
  readonly size: string
  readonly href: string
  readonly isImage: boolean
  /** Address of its picture made small, for one that is an image. */
  readonly thumb: string
}

/** An entry that a reference may name. */
export interface OfferedEntry {
  readonly id: string
  readonly label: string
}

/** An address to choose, when the one typed may mean several. */
export interface ProposedAddress {
  readonly line: string
  readonly detail: string
  /** As the form sends it back. */
  readonly json: string
}

/** All that the inputs of one form need besides their fields. Plain data: it travels from loader to page. */
export interface FormState {
  /** What each input shows: kept answers, or what was just typed, right or wrong. */
  readonly values: FormValues
  /** Sentences by input path: `place`, `place.postcode`, `children.0.name`. */
  readonly problems: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, UploadedFile>>
  /** By input path of the reference, group places left out: `children.school`. */
  readonly offers: Readonly<Record<string, readonly OfferedEntry[]>>
  /** References that may name more than is offered, with the collection to search, by input path as `offers`. */
  readonly crowded?: Readonly<Record<string, string>>
  /** Words that were looked for in the offers, by input path; absent where the form cannot be asked. */
  readonly searched?: Readonly<Record<string, string>>
  /** Where offers are searched while one types, for pages with a script. */
  readonly searchAt?: string
  /** Words of computed fields by key. */
  readonly computed: Readonly<Record<string, string>>
  /** Where a proposed answer was taken from, in words, by input path. */
  readonly origins?: Readonly<Record<string, string>>
  /** Addresses to choose among, by input path. */
  readonly addresses?: Readonly<Record<string, readonly ProposedAddress[]>>
  /** Where a file may be sent before the form, for those who see it progress. */
  readonly uploadTo?: string
}

/** What the editor of a type receives. `name` is the input's name in the form (`children.0.school`). */
export interface EditorProps<F extends Field = Field> {
  readonly field: F
  readonly name: string
  readonly form: FormState
}

export type FieldOf<Key extends Field['type']> = Extract<Field, { type: Key }>

/** Id of the input of a path, where the summary of problems leads. */
export const inputId = (path: string): string => `f-${path}`

export const valuesAt = (form: FormState, name: string): readonly string[] => form.values[name] ?? []

export const valueAt = (form: FormState, name: string): string => valuesAt(form, name)[0] ?? ''

/** `children.0.school` → `children.school`: what is the same for every item of a group. */
export const withoutPlaces = (name: string): string => name.replace(/\.\d+(?=\.|$)/g, '')

/** What an input says about itself to assistive technologies. */
export function describedBy(field: Field, name: string, form: FormState): string | undefined {
  const ids = [field.help && `${inputId(name)}-hint`, form.problems[name] && `${inputId(name)}-problem`]
  return ids.filter(Boolean).join(' ') || undefined
}
