// SPDX-License-Identifier: MIT
import { Readable } from 'node:stream'
import { compare, defineSolution, type FormValues, type Procedure, type Solution } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { club } from '../../testing/club.ts'
import { savePage, type SavePage, startDraft, uploadToDraft, type Visitor } from './index.ts'

/** The club, whose procedure of licences is changed. */
export function clubWith(change: Partial<Procedure>): Solution {
  const licence = club.procedures?.['licence']
  if (!licence) throw new Error('the club has a procedure for licences')
  return defineSolution({ ...club, procedures: { licence: { ...licence, ...change } } })
}

/** The club, with one more question on the first page of its form. */
export function clubThatAsksMore(): Solution {
  const form = club.forms['ask']
  const [first, ...others] = form?.pages ?? []
  if (!form || !first) throw new Error('the club has a form')
  const pages = [{ ...first, items: [...first.items, { field: 'motive' }] }, ...others]
  return defineSolution({ ...club, forms: { ...club.forms, ask: { ...form, pages } } })
}

/** Only experts may ask, until the end of November. */
export const strictClub = clubWith({
  closesOn: '2026-11-30',
  eligibility: [
    {
      condition: compare('level', 'eq', 'expert'),
      otherwise: { fr: 'Réservé aux joueurs confirmés.', en: 'For expert players.' },
    },
  ],
})

export const player: FormValues = {
  playerName: ['Lucie Macquart'],
  playerEmail: ['lucie@courriel.example'],
  level: ['beginner'],
}

export type Save = Omit<SavePage, 'draftId' | 'page'>

/** A draft of the licence, with its two pages to fill in. */
export async function aDraft(context: Context, visitor: Visitor) {
  const { id } = await startDraft(context, visitor, 'licence')
  const save = (page: string, form: FormValues, more: Partial<Save> = {}) =>
    savePage(context, visitor, { draftId: id, page, form, ...more })
  return {
    id,
    save,
    /** Both pages filled in, ready to be checked. */
    filledIn: async (form: FormValues = player, more: FormValues = {}) => {
      await save('player', form)
      await save('more', more)
      return id
    },
    upload: (path: string, name: string, content: Uint8Array) =>
      uploadToDraft(context, visitor, Readable.from([content]), { draftId: id, path, name }),
  }
}

export const pdf = Buffer.from('%PDF-1.7\nun certificat\n%%EOF')
export const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946000101', 'hex'), Buffer.alloc(200, 7)])
