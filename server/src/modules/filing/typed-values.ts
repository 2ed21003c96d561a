// SPDX-License-Identifier: MIT
import type { Collection, FormPage, FormValues } from '@guichet/engine'
import { problem } from '../../platform/http/problems.ts'
import { fieldAt } from './field-at.ts'

/** Characters of one page, names included: far above any honest answer. */
const mostCharacters = 200_000

/** Whether a form carries anything for a field: its own name, or those of its parts or items. */
export function carries(values: FormValues, field: string): boolean {
  return Object.keys(values).some((name) => name === field || name.startsWith(`${field}.`))
}

/**
 * What a page's form holds for the fields of that page, as typed: nothing else that was sent is kept.
 *
 * @throws Problem `too-large`
 */
export function typedValues(page: FormPage, form: FormValues): FormValues {
  const kept: Record<string, readonly string[]> = {}
  let characters = 0
  for (const [name, values] of Object.entries(form)) {
    if (!page.items.some(({ field }) => name === field || name.startsWith(`${field}.`))) continue
    // PostgreSQL stores neither a NUL nor half a character.
    kept[name] = values.map((value) => value.replaceAll('\0', '').toWellFormed())
    characters += name.length + values.reduce((sum, value) => sum + value.length, 0)
    if (characters > mostCharacters) throw problem('too-large', { maxBytes: mostCharacters })
  }
  return kept
}

/** What a button of the page does besides going on. */
export type PageButton =
  | { readonly kind: 'add'; readonly group: string }
  | { readonly kind: 'remove'; readonly group: string; readonly index: number }
  | { readonly kind: 'remove-file'; readonly name: string; readonly id: string }

/**
 * The button that was pressed: `_add=children`, `_remove=children.0`, `_remove=photos.<id>`; `undefined` when the
 * applicant goes on, or when the name fits no field.
 */
export function pressedButton(collection: Collection, form: FormValues): PageButton | undefined {
  const added = form['_add']?.[0]
  if (added !== undefined) {
    return fieldAt(collection, added)?.type === 'group' ? { kind: 'add', group: added } : undefined
  }
  const [, name, last] = /^(.+)\.([^.]+)$/.exec(form['_remove']?.[0] ?? '') ?? []
  if (name === undefined || last === undefined) return undefined
  const type = fieldAt(collection, name)?.type
  if (type === 'file' || type === 'files') return { kind: 'remove-file', name, id: last }
  return type === 'group' && /^\d{1,3}$/.test(last)
    ? { kind: 'remove', group: name, index: Number(last) }
    : undefined
}

/** The form as it is after the button: an item more, an item less (those after it move up), a file less. */
export function afterButton(collection: Collection, values: FormValues, button: PageButton): FormValues {
  switch (button.kind) {
    case 'add':
      return withItem(collection, values, button.group)
    case 'remove':
      return withoutItem(values, button.group, button.index)
    case 'remove-file':
      return { ...values, [button.name]: (values[button.name] ?? []).filter((id) => id !== button.id) }
  }
}

function withItem(collection: Collection, values: FormValues, group: string): FormValues {
  const field = fieldAt(collection, group)
  if (field?.type !== 'group') return values
  const indexes = Object.keys(values).flatMap((name) => itemIndex(name, group) ?? [])
  const next = Math.max(-1, ...indexes) + 1
  const member = Object.keys(field.fields)[0]
  if (member === undefined || next >= (field.maxItems ?? 50)) return values
  return { ...values, [`${group}.${next}.${member}`]: [''] }
}

function withoutItem(values: FormValues, group: string, removed: number): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, typed]) => {
      const index = itemIndex(name, group)
      if (index === undefined || index < removed) return [[name, typed]]
      if (index === removed) return []
      const rest = name.slice(`${group}.${index}`.length)
      return [[`${group}.${index - 1}${rest}`, typed]]
    }),
  )
}

function itemIndex(name: string, group: string): number | undefined {
  if (!name.startsWith(`${group}.`)) return undefined
  const digits = /^(\d{1,3})\./.exec(name.slice(group.length + 1))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
