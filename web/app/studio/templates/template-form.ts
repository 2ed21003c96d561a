// SPDX-License-Identifier: MIT
import type { FormValues, Locale } from '@guichet/engine'
import type { TemplateName, TemplatePart, TypedParts } from '@guichet/server'

const parts: readonly TemplatePart[] = ['subject', 'body', 'button', 'text']

/** The parts of a message as they were typed; those that the form does not hold are absent. */
export function partsFrom(form: FormValues): TypedParts {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [fr, en] = (['fr', 'en'] as const).map((locale) => form[`${part}.${locale}`]?.[0])
      return fr === undefined || en === undefined
        ? []
        : [[part, { fr: fr.replaceAll('\r\n', '\n'), en: en.replaceAll('\r\n', '\n') }]]
    }),
  )
}

/** Which message an address names; `undefined` when it can be none. */
export function templateFrom(params: {
  solution: string
  kind: string
  key: string
}): TemplateName | undefined {
  const { solution, kind, key } = params
  return kind === 'mails' || kind === 'texts' ? { solution, kind, key } : undefined
}

/** The language of the preview. */
export const localeFrom = (form: FormValues): Locale => (form['_locale']?.[0] === 'en' ? 'en' : 'fr')
