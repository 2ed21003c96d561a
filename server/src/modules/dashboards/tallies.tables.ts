// SPDX-License-Identifier: MIT
import type { Generated } from 'kysely'

export type TalliesTables = {
  'tally.kinds': {
    id: Generated<number>
    collection: string
    /** What is counted, as `tallyName` writes it. */
    definition: string
    relation: number | null
    counted_at: Date | null
  }
}
