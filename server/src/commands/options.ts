// SPDX-License-Identifier: MIT
import type { Arguments } from '../platform/cli/run-command.ts'

type Options = Arguments['options']

/** The text of an option that was given one. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** The text of an option that the framework has required. */
export function requiredText(options: Options, name: string): string {
  const value = textOption(options, name)
  if (value === undefined) throw new Error(`--${name} is not declared as required`)
  return value
}

/** The texts of an option that may be repeated, in order. */
export function textOptions(options: Options, name: string): string[] {
  const value = options[name]
  const list = Array.isArray(value) ? value : [value]
  return list.flatMap((one) => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []))
}
