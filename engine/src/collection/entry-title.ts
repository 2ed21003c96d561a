// SPDX-License-Identifier: MIT
import { answersHold } from '../condition/holds.ts'
import type { Collection } from './collection.ts'

/** The template that makes the title of an entry with these values: the first of `entryTitles` that fits, or the usual one. */
export function titleTemplateFor(
  collection: Collection,
  values: Readonly<Record<string, unknown>>,
  today: string,
): string {
  const fitting = collection.entryTitles?.find(({ when }) => answersHold(when, values, { collection, today }))
  return fitting?.template ?? collection.entryTitle
}
