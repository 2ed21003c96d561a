// SPDX-License-Identifier: MIT
import type { FormValues } from '@guichet/engine'

/** The role to give, as it was typed. */
export function membershipFrom(form: FormValues) {
  const text = (name: string) => (form[name]?.[0] ?? '').trim()
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : undefined)
  return {
    role: text('role'),
    organisation: text('organisation'),
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
  }
}

/** Each input with its first value, to be shown again. */
export function typedOnce(form: FormValues): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([name, [value = '']]) => [name, value]))
}
