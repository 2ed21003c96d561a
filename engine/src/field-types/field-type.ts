// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText, type Locale, type LocalizedText } from '../text/localized.ts'
import type { Operator } from '../condition/condition.ts'
import type { PlacedProblem } from './problem.ts'

export type { FieldProblem } from './problem.ts'

/** What every field of a collection says, whatever its type. Each type adds its own settings. */
export const fieldBase = {
  label: localizedText,
  /** As those who handle entries read it, in lists, on pages and on paper, where `label` speaks to who answers. */
  shortLabel: localizedText.optional(),
  help: localizedText.optional(),
  required: z.boolean().optional(),
  /** Marks data about a person: register of processing, export and erasure follow from it. */
  personalData: z.boolean().optional(),
  /** Reading it is logged. */
  sensitive: z.boolean().optional(),
}

/** A submitted form, as browsers send it: every name with its values, files already replaced by attachment ids. */
export type FormValues = Readonly<Record<string, readonly string[]>>

/**
 * What decides about a candidate value: the value, normalised, or every problem found in it.
 *
 * `null` is a decision too: nothing was given.
 */
export type Checked<V> =
  | { readonly ok: true; readonly value: V | null }
  | { readonly ok: false; readonly problems: readonly [PlacedProblem, ...PlacedProblem[]] }

/** What a value's reading and showing depend on beside its field. */
export type FieldOptions = {
  /** IANA name of the body's time zone; `Europe/Paris` when absent. */
  readonly timeZone?: string
  /** Whether the required members of a group's items must be filled: not in a draft, nor when absent. */
  readonly membersRequired?: boolean
}

/** When a value is given: the instant (ISO 8601, UTC) and the calendar day of the body's time zone. */
export type Moment = { readonly now: string; readonly today: string }

/** PostgreSQL column holding the value; `array` for several values. */
export type Column = {
  readonly sql:
    'text' | 'integer' | 'bigint' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'uuid'
  readonly array?: true
}

/** How a condition compares the values of a field or of a part of it. */
export type Comparable = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'id'

/** A value inside a structured one (`place.citycode`), reachable by conditions, filters and templates. */
export type Part = { readonly comparable: Comparable; readonly title: LocalizedText }

/**
 * A type of field: one file, one list to add it to.
 *
 * `F` is the field's definition, `V` its stored value; `null` is the empty value of every type.
 */
export interface FieldType<F, V> {
  readonly key: string
  readonly title: LocalizedText
  readonly schema: z.ZodType<F>
  /** `undefined`: nothing is stored (information blocks). */
  readonly column: (field: F) => Column | undefined
  /** `undefined`: conditions cannot compare the value itself (only `empty` and `filled`). */
  readonly comparable: (field: F) => Comparable | undefined
  readonly operators: (field: F) => readonly Operator[]
  readonly parts?: Readonly<Record<string, Part>>
  /** The candidate value of a submitted native form, not yet checked; `null` when nothing was filled in. */
  readonly read: (form: FormValues, name: string, field: F) => unknown
  /** What a native form must contain for `read` to give the value back. */
  readonly write: (value: V | null, name: string, field: F, options?: FieldOptions) => FormValues
  /**
   * Decides whether a candidate (from `read`, from JSON or from `fromCell`) is a value, and normalises it.
   * Does not decide `required`, nor what depends on the day (`checkAt`). Checking a value gives it back.
   */
  readonly check: (candidate: unknown, field: F, options?: FieldOptions) => Checked<V>
  /** Decides, of a checked value being given now, what only the moment can tell: limits around today, stamp of a consent. */
  readonly checkAt?: (value: V, field: F, moment: Moment) => Checked<V>
  /** The value as a person reads it. Empty values are the caller's concern. */
  readonly display: (value: V, field: F, locale: Locale, options?: FieldOptions) => string
  /** One cell of a CSV or spreadsheet; `check(fromCell(toCell(v)))` is `v`. */
  readonly toCell: (value: V | null, field: F) => string
  readonly fromCell: (cell: string, field: F) => unknown
  /** Words that the entry can be found by. */
  readonly searchText?: (value: V, field: F) => string
}
