// SPDX-License-Identifier: MIT
import type { DraftView } from '@guichet/server'
import type { DateWords } from '../ui/dates.ts'

/** A draft as a page proposes to resume it. */
export interface DraftTile {
  readonly id: string
  /** Key of the sheet's address. */
  readonly procedure: string
  readonly title: string
  /** Where it goes on, counted from 1 with the check at the end. */
  readonly step: number
  readonly steps: number
  readonly savedAt: string
  readonly until: string
  readonly href: string
}

export function draftTiles(drafts: readonly DraftView[], dates: DateWords): DraftTile[] {
  return drafts.map((draft) => ({
    id: draft.id,
    procedure: draft.procedure.key,
    title: draft.procedure.title,
    step: stepOf(draft),
    steps: draft.steps.length + 1,
    savedAt: dates.moment(draft.savedAt).text,
    until: dates.day(draft.expiresAt),
    href: resumeAddress(draft),
  }))
}

function stepOf({ steps, resume }: DraftView): number {
  const at = steps.findIndex(({ key }) => key === resume)
  return at < 0 ? steps.length + 1 : at + 1
}

/** Where a draft goes on: the first page to fill in, else the check of all answers. */
export function resumeAddress({ id, resume }: Pick<DraftView, 'id' | 'resume'>): string {
  return resume === null ? checkAddress(id) : pageAddress(id, resume)
}

export const pageAddress = (draftId: string, page: string): string => `/demande/${draftId}/etape/${page}`
export const laterAddress = (draftId: string): string => `/demande/${draftId}/plus-tard`
export const checkAddress = (draftId: string): string => `/demande/${draftId}/verifier`
