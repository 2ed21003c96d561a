// SPDX-License-Identifier: MIT
import { locales } from '../../text/localized.ts'
import type { CheckScope } from './report.ts'

/** Every text in both languages: the schema refuses a missing one, this one made of spaces. */
export function checkTexts(scope: CheckScope): void {
  visit(scope.solution, '', (text, path) => {
    for (const locale of locales) {
      if (text[locale]?.trim() === '') scope.report('blank-text', `${path}.${locale}`, { locale })
    }
  })
}

type Found = (text: Readonly<Record<string, string>>, path: string) => void

function visit(value: unknown, path: string, found: Found): void {
  if (value === null || typeof value !== 'object') return
  if (isText(value)) {
    found(value, path)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    visit(inner, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key, found)
  }
}

function isText(value: object): value is Record<string, string> {
  const entries = Object.entries(value)
  return (
    entries.length === locales.length &&
    entries.every(([key, text]) => locales.some((locale) => locale === key) && typeof text === 'string')
  )
}
