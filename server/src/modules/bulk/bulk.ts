// SPDX-License-Identifier: MIT
import type { Answers, CollectionRef, Locale, LocalizedText } from '@guichet/engine'
import type { Standing } from '../people/index.ts'

/** `prepared`: chosen and shown, nothing done yet. */
export type BulkStatus = 'prepared' | 'running' | 'done'

/**
 * What became of an entry. `aside`: it did not allow the action when it was chosen; `changed`: somebody moved or
 * changed it between the choice and its turn; `refused`: the same action alone would have been refused.
 */
export type BulkItemStatus = 'waiting' | 'done' | 'aside' | 'refused' | 'changed'

/** An action asked on many entries at once by one person. */
export type Bulk = {
  readonly id: string
  readonly personId: string
  readonly locale: Locale
  /** As what they started it; null until then. */
  readonly standing: Standing | null
  readonly collection: CollectionRef
  readonly transition: string
  readonly status: BulkStatus
  readonly answers: Answers
  readonly reason: string | null
  /** Address of the list it was chosen in. */
  readonly origin: string | null
  readonly undoes: string | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

/** Why an entry was left alone, in both languages. */
export type BulkRefusal = { readonly code: string; readonly text: LocalizedText }

export type BulkItem = {
  readonly position: number
  readonly entryId: string
  /** Version that the person saw. */
  readonly version: number
  readonly transition: string
  readonly fromState: string
  readonly toState: string | null
  readonly status: BulkItemStatus
  readonly refusal: BulkRefusal | null
  readonly doneAt: Date | null
}

/** Entries that one action takes at most. */
export const mostEntries = 500
