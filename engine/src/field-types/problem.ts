// SPDX-License-Identifier: MIT

/*
 * Why a value is refused: a code and its figures. The sentences are in `messages.fr.ts` and `messages.en.ts`, which do
 * not compile when a code is missing.
 */

/** Every problem with the figures its sentence needs. */
export type ProblemParams = {
  required: undefined
  consent_required: undefined
  not_a_text: undefined
  too_long: { readonly max: number; readonly length: number }
  too_short: { readonly min: number; readonly length: number }
  /** The sentence is the administrator's, in both languages. */
  pattern: { readonly fr: string; readonly en: string }
  number: undefined
  integer: undefined
  too_precise: undefined
  decimals: { readonly max: number }
  min: { readonly min: number }
  max: { readonly max: number }
  amount: undefined
  min_amount: { readonly minCents: number; readonly currency: string }
  max_amount: { readonly maxCents: number; readonly currency: string }
  boolean: undefined
  date: undefined
  /** Limits are `YYYY-MM-DD`. */
  min_date: { readonly min: string }
  max_date: { readonly max: string }
  date_in_future: undefined
  datetime: undefined
  /** The clocks skip this hour on that day. */
  time_skipped: undefined
  choice: undefined
  not_a_list: undefined
  min_choices: { readonly min: number }
  max_choices: { readonly max: number }
  email: undefined
  phone: undefined
  url: undefined
  url_scheme: undefined
  address: undefined
  address_not_found: undefined
  /** Several addresses may be meant: the page proposes them. */
  address_choice: undefined
  postcode: undefined
  citycode: undefined
  geo_point: undefined
  person: undefined
  civility: undefined
  reference: undefined
  reference_not_found: undefined
  reference_cycle: undefined
  too_many_references: { readonly max: number }
  siret: undefined
  siren: undefined
  uai: undefined
  iban: undefined
  attachment: undefined
  attachment_not_found: undefined
  /** `kinds` are keys of `fileKinds` joined by commas. */
  file_kind: { readonly kinds: string }
  file_size: { readonly maxMb: number }
  file_empty: undefined
  /** The name claims a type that the content is not. */
  file_disguised: { readonly extension: string }
  file_program: undefined
  /** The fault is ours: no room is left, or the storage does not answer. */
  file_no_room: undefined
  file_not_stored: undefined
  too_many_files: { readonly max: number }
  group: undefined
  min_items: { readonly min: number }
  max_items: { readonly max: number }
  unknown_field: undefined
  read_only: undefined
}

export type ProblemCode = keyof ProblemParams

/** Why a value is refused. `fieldProblemText` says it in the reader's language. */
export type FieldProblem = {
  [Code in ProblemCode]: ProblemParams[Code] extends undefined
    ? { readonly code: Code }
    : { readonly code: Code; readonly params: ProblemParams[Code] }
}[ProblemCode]

/** A problem and its place inside the value: `postcode` in an address, `0.name` in a group. */
export type PlacedProblem = { readonly problem: FieldProblem; readonly at?: string }

/** A sentence for every problem, given its figures. It says what to do, not only what is wrong. */
export type ProblemMessages = { readonly [Code in ProblemCode]: (params: ProblemParams[Code]) => string }
