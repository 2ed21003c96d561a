// SPDX-License-Identifier: MIT
import type { Config } from './config/config.ts'

/** What the operator reads once everything runs. */
export function startNotice({ publicUrl }: Pick<Config, 'publicUrl'>): string {
  return `\n  Guichet : ${publicUrl}\n\n`
}
