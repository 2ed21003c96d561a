// SPDX-License-Identifier: MIT
import { holds } from '../condition/holds.ts'
import type { EntryRow } from '../condition/scope.ts'
import { collectionOf } from '../solution/model.ts'
import { aLoan, library, libraryModel as model, worldWith } from '../testing/library.ts'
import type { Actor } from './actor.ts'
import { mayDo } from './decide.ts'
import type { Action } from './grant.ts'
import { grantsOf, type HeldGrant } from './grants-of.ts'

/** The grants of the library that hold for the actor on this entry. */
export function holdingOn(entry: EntryRow, actor: Actor): HeldGrant[] {
  const scope = { model, collection: entry.collection, world: worldWith(aLoan(), entry), ...today, actor }
  return grantsOf(library, collectionOf(entry.collection), actor).filter(({ condition }) =>
    holds(condition, entry, scope),
  )
}

export const today = { today: '2026-03-29', timeZone: 'Europe/Paris' } as const

export function may(actor: Actor, action: Action, entry: EntryRow = aLoan()): boolean {
  return mayDo(holdingOn(entry, actor), action)
}
