// SPDX-License-Identifier: MIT
import { type Answers, type FormPage, isEmpty, fieldType } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { computeFields } from '../entries/index.ts'
import type { OpenDraft } from './open-draft.ts'
import { pageFields } from './page-answers.ts'

/** What the computed fields of a page say for these answers, by key; those that cannot be told yet are absent. */
export function computedWords(
  context: Context,
  open: OpenDraft,
  page: FormPage,
  answers: Answers,
): Record<string, string> {
  const asked = Object.entries(pageFields(open, page)).filter(([, field]) => field.type === 'computed')
  if (asked.length === 0) return {}
  const { timeZone } = context.tenant
  const { locale } = context.actor
  const values = computeFields(open.installed.collection, answers, {
    cache: open.installed.release.expressions,
    timeZone,
  })
  return Object.fromEntries(
    asked.flatMap(([key, field]) => {
      const value = values[key]
      return isEmpty(value) ? [] : [[key, fieldType(field).display(value, field, locale, { timeZone })]]
    }),
  )
}
