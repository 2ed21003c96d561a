// SPDX-License-Identifier: MIT
import type { Collection, Field } from '@guichet/engine'

/** The field that an input's name belongs to: `photos`, or `certificate` for `children.0.certificate`. */
export function fieldAt(collection: Collection, name: string): Field | undefined {
  let fields: Readonly<Record<string, Field>> = collection.fields
  let found: Field | undefined
  for (const [place, step] of name.split('.').entries()) {
    // Between a group and its member stands the number of the item.
    if (place % 2 === 1) {
      if (found?.type !== 'group' || !/^\d{1,3}$/.test(step)) return undefined
      fields = found.fields
      found = undefined
    } else {
      found = Object.hasOwn(fields, step) ? fields[step] : undefined
      if (!found) return undefined
    }
  }
  return found
}
