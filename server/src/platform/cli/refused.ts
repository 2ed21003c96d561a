// SPDX-License-Identifier: MIT
import { frenchSpaces, type LocalizedText } from '@guichet/engine'

type Values = Readonly<Record<string, string | number>>

/** The text in French, then in English, with `{name}` replaced by its value. */
export function inBoth({ fr, en }: LocalizedText, values: Values = {}): string {
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (place, key: string) => String(values[key] ?? place))
  return `${frenchSpaces(fill(fr))}\n${fill(en)}`
}

/** A command that will not do what is asked, and says why: printed without a stack, ends with a failure. */
export class Refused extends Error {
  override name = 'Refused'

  constructor(text: LocalizedText, values: Values = {}, details: readonly string[] = []) {
    super([inBoth(text, values), ...details].join('\n'))
  }
}
