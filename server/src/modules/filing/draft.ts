// SPDX-License-Identifier: MIT
import type { Answers, FormValues } from '@guichet/engine'
import type { FiledFor } from './filed-for.ts'
import type { Suggested } from './suggest-answers.ts'

/** What was typed on a page that is not right yet, exactly as it was. */
export type TypedPage = {
  readonly values: FormValues
  /** Whether the applicant asked to go on: problems are told only then, not while lines are being added. */
  readonly checked: boolean
}

/** A request being written. */
export type Draft = {
  readonly id: string
  readonly ownerId: string | null
  readonly solution: string
  /** Key of the procedure in its solution. */
  readonly procedure: string
  /** The release it was started under. */
  readonly releaseId: string
  /** Values that were accepted, by field. */
  readonly answers: Answers
  /** By page. */
  readonly typed: Readonly<Record<string, TypedPage>>
  /** What was proposed when it was started, with where it came from. */
  readonly suggested: Suggested
  /** Pages that were right when the applicant went on. */
  readonly donePages: readonly string[]
  /** For whom an agent fills it in; null when it is the holder's own. */
  readonly filedFor: FiledFor | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly expiresAt: Date
  readonly filed: { readonly at: Date; readonly entryId: string; readonly number: string | null } | null
}

/** How long a draft is kept after its last change. */
export const draftLifetimeDays = 30
