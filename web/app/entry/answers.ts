// SPDX-License-Identifier: MIT
import { type Field, fieldType, isEmpty, type Locale } from '@guichet/engine'
import type { EntryFile, FieldView, HistoryLine } from '@guichet/server'
import { fileItem, isShownImage } from '../forms/file-items.ts'
import type { ShownAnswer, ShownValue } from '../ui/AnswerList.tsx'
import type { DateWords } from '../ui/dates.ts'

/** What the answers of an entry are said with. */
export interface AnswerWords {
  readonly locale: Locale
  readonly timeZone: string
  readonly dates: DateWords
  /** Address under which the id of a file opens it. */
  readonly folder: string
}

/**
 * The answers of an entry that have something to say, for a list. `changes`: those of its last move, whose former
 * values are shown struck through. Made by loaders only: it reads the types of the engine.
 */
export function shownAnswers(
  fields: readonly FieldView[],
  files: readonly EntryFile[],
  words: AnswerWords,
  changes: HistoryLine['changes'] = [],
  changedOn?: string,
): ShownAnswer[] {
  return fields
    .filter(({ value, definition }) => !isEmpty(value) && definition.type !== 'information')
    .map((field) => {
      const before = changes.find((change) => change.field === field.key)?.before
      return {
        key: field.key,
        label: field.label,
        value: shownValue(field, files, words),
        ...(!isEmpty(before) &&
          inWords(field.definition) && {
            before: display(field.definition, before, words),
            ...(changedOn !== undefined && { changedOn }),
          }),
      }
    })
}

/** Types whose stored value says everything: the others refer to something that has changed since, or has gone. */
export const inWords = ({ type }: Field): boolean =>
  !['file', 'files', 'reference', 'references', 'group'].includes(type)

function shownValue(field: FieldView, files: readonly EntryFile[], words: AnswerWords): ShownValue {
  const { definition, value } = field
  switch (definition.type) {
    case 'file':
    case 'files':
      return filesOf(value, files, words)
    case 'group':
      return { kind: 'items', items: itemsOf(definition.fields, value, files, words) }
    case 'email':
      return { kind: 'text', text: field.display, href: `mailto:${String(value)}` }
    case 'phone':
      return { kind: 'text', text: field.display, href: `tel:${String(value)}` }
    default:
      return { kind: 'text', text: field.display }
  }
}

function filesOf(value: unknown, files: readonly EntryFile[], { folder, dates }: AnswerWords): ShownValue {
  const ids = Array.isArray(value) ? value : [value]
  const named = files.filter(({ id }) => ids.includes(id))
  if (named.length === 0) return { kind: 'empty' }
  return {
    kind: 'files',
    images: named.filter(isShownImage).map((file) => fileItem(file, folder, dates)),
    files: named.filter((file) => !isShownImage(file)).map((file) => fileItem(file, folder, dates)),
  }
}

function itemsOf(
  members: Readonly<Record<string, Field>>,
  value: unknown,
  files: readonly EntryFile[],
  words: AnswerWords,
): ShownAnswer[][] {
  const items = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : []
  return items.map((item) =>
    Object.entries(members)
      .filter(([key]) => !isEmpty(item[key]))
      .map(([key, definition]) => {
        const label = definition.label[words.locale]
        const view = {
          key,
          label,
          definition,
          value: item[key],
          display: display(definition, item[key], words),
        }
        return { key, label, value: shownValue(view, files, words) }
      }),
  )
}

/** A value that was, in words; a dash when there was none. */
export function valueWords(field: Field, value: unknown, words: AnswerWords): string {
  return isEmpty(value) ? '–' : display(field, value, words)
}

function display(field: Field, value: unknown, { locale, timeZone }: AnswerWords): string {
  return fieldType(field).display(value, field, locale, { timeZone })
}
