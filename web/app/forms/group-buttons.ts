// SPDX-License-Identifier: MIT
import type { FormValues } from '@guichet/engine'

/**
 * A form after one of its own buttons: an item more (`_add=children`), an item less (`_remove=children.0`, those after
 * it move up), a file less (`_remove=photos.<id>`). `undefined` when the person goes on.
 */
export function afterButton(values: FormValues): FormValues | undefined {
  const added = values['_add']?.[0]
  if (added !== undefined) return { ...values, [`${added}.${nextPlace(values, added)}._`]: [''] }
  const [, name, last] = /^(.+)\.([^.]+)$/.exec(values['_remove']?.[0] ?? '') ?? []
  if (name === undefined || last === undefined) return undefined
  return /^\d{1,3}$/.test(last) && values[name] === undefined
    ? withoutItem(values, name, Number(last))
    : { ...values, [name]: (values[name] ?? []).filter((id) => id !== last) }
}

function nextPlace(values: FormValues, group: string): number {
  return Math.max(-1, ...Object.keys(values).flatMap((name) => placeOf(name, group) ?? [])) + 1
}

function withoutItem(values: FormValues, group: string, removed: number): FormValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, typed]) => {
      const place = placeOf(name, group)
      if (place === undefined || place < removed) return [[name, typed]]
      if (place === removed) return []
      return [[`${group}.${place - 1}${name.slice(`${group}.${place}`.length)}`, typed]]
    }),
  )
}

function placeOf(name: string, group: string): number | undefined {
  if (!name.startsWith(`${group}.`)) return undefined
  const digits = /^(\d{1,3})\./.exec(name.slice(group.length + 1))?.[1]
  return digits === undefined ? undefined : Number(digits)
}
