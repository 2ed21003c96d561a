// SPDX-License-Identifier: MIT
import type { Field } from './registry.ts'

/**
 * The field in the words of those who handle entries: its `shortLabel`, and those of its options and members, where
 * their labels speak to the person who answers. Only words differ.
 */
export function asHandled<F extends Field>(field: F): F {
  return withShortLabel({
    ...field,
    ...('options' in field && { options: field.options.map(withShortLabel) }),
    ...(field.type === 'group' && {
      fields: Object.fromEntries(
        Object.entries(field.fields).map(([key, member]) => [key, asHandled(member)]),
      ),
    }),
  })
}

function withShortLabel<T extends Pick<Field, 'label' | 'shortLabel'>>(named: T): T {
  return named.shortLabel ? { ...named, label: named.shortLabel } : named
}
