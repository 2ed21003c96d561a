// SPDX-License-Identifier: MIT
import { startMessages, type StartCode } from './start-messages.ts'

/**
 * What prevents the platform from starting, told to the operator in French and in English.
 * Its message holds both sentences; `main.ts` prints it without a stack.
 */
export class StartError extends Error {
  override name = 'StartError'
  readonly code: StartCode

  constructor(code: StartCode, values: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const { fr, en } = startMessages[code]
    super(`${fill(fr, values)}\n${fill(en, values)}`, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place)
}
