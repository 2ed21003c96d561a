// SPDX-License-Identifier: MIT
import {
  adjust,
  type Adjustments,
  adjustmentsSchema,
  checkMessageText,
  localizedText,
  type Locale,
  locales,
  type LocalizedText,
  type Solution,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  adjustedParts,
  partsOf,
  type TemplateName,
  type TemplatePart,
  type TemplateTexts,
} from './templates.ts'
import { type AdjustmentsWritten, writeAdjustments } from './write-adjustments.ts'

/** Words typed for a message: each part in both languages. */
export type TypedParts = Readonly<Partial<Record<TemplatePart, Readonly<Record<Locale, string>>>>>

/** What is wrong in typed words: where, and, for a faulty tag, the line and the tag itself. */
export type TemplateProblem = {
  readonly part: TemplatePart
  readonly locale: Locale
  readonly code: 'blank' | 'too-long' | 'faulty-tag'
  /** From 1. */
  readonly line?: number
  readonly found?: string
  readonly message?: LocalizedText
}

export type TemplateRefused = { readonly ok: false; readonly problems: readonly TemplateProblem[] }

/** Beyond, it is no message any more; mail programs cut at some hundred kilobytes. */
const longest: Readonly<Record<TemplatePart, number>> = {
  subject: 200,
  body: 20_000,
  button: 80,
  text: 1_000,
}

/**
 * Puts the body's own words in a message, or takes them back where they are those of the solution again. What is not
 * given stays. Sent from now on, for what was filed before too; mails already written stay as they were.
 *
 * A faulty tag is refused with its place: nothing is kept of the edit.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found`, `entry-changed`
 */
export async function adjustTemplate(
  context: Context,
  request: TemplateName & { readonly seen: number; readonly parts: TypedParts },
): Promise<({ readonly ok: true } & AdjustmentsWritten) | TemplateRefused> {
  const { solution, kind, key, seen, parts } = request
  return writeAdjustments<TemplateRefused>(context, {
    solution,
    seen,
    changed: `${kind}.${key}`,
    change: async (current, published) => {
      const originals = originalsOf(published, request)
      const problems = checkTyped(published, request, parts)
      if (problems.length > 0) return { ok: false, problems }
      const own = { ...adjustedParts(current, request) }
      for (const [part, original] of originals) {
        const typed = parts[part]
        if (!typed) continue
        // Read as the schema reads it: French spaces are made, the length is not judged twice.
        const text = localizedText.parse(typed)
        if (locales.every((locale) => text[locale] === original[locale])) delete own[part]
        else own[part] = { text, original }
      }
      return { ok: true, adjustments: withTemplate(current, request, own) }
    },
  })
}

/** Gives a message its original words back. The history keeps the others. */
export async function returnToOriginal(
  context: Context,
  request: TemplateName & { readonly seen: number },
): Promise<AdjustmentsWritten> {
  return writeAdjustments<never>(context, {
    solution: request.solution,
    seen: request.seen,
    changed: `${request.kind}.${request.key}`,
    change: async (current, published) => {
      originalsOf(published, request)
      return { ok: true, adjustments: withTemplate(current, request, {}) }
    },
  })
}

/** The problems of typed words, by part and language. */
export function checkTyped(
  published: Solution,
  { kind, key }: Pick<TemplateName, 'kind' | 'key'>,
  parts: TypedParts,
): TemplateProblem[] {
  return (Object.entries(parts) as [TemplatePart, Readonly<Record<Locale, string>>][]).flatMap(
    ([part, typed]) => {
      const shape = locales.flatMap((locale): TemplateProblem[] => {
        const text = typed[locale].trim()
        if (text === '') return [{ part, locale, code: 'blank' }]
        return text.length > longest[part] ? [{ part, locale, code: 'too-long' }] : []
      })
      const tags = checkMessageText(published, { kind, key, text: typed }).map(
        ({ locale, at, found, message }): TemplateProblem => ({
          part,
          locale,
          code: 'faulty-tag',
          line: typed[locale].slice(0, at).split('\n').length,
          found,
          message,
        }),
      )
      return [...shape, ...tags]
    },
  )
}

/** The solution with the typed words in force, for a preview: nothing is kept. */
export function withTyped(published: Solution, name: TemplateName, parts: TypedParts): Solution {
  const own = Object.fromEntries(
    originalsOf(published, name).flatMap(([part, original]) => {
      const read = localizedText.safeParse(parts[part])
      return read.success ? [[part, { text: read.data, original }]] : []
    }),
  )
  return adjust(published, withTemplate({}, name, own))
}

function originalsOf(
  published: Solution,
  { kind, key }: Pick<TemplateName, 'kind' | 'key'>,
): [TemplatePart, LocalizedText][] {
  const templates: Readonly<Record<string, object>> = published[kind] ?? {}
  if (!Object.hasOwn(templates, key)) throw problem('not-found')
  return partsOf(templates[key] as TemplateTexts)
}

function withTemplate(
  current: Adjustments,
  { kind, key }: Pick<TemplateName, 'kind' | 'key'>,
  own: Readonly<Record<string, unknown>>,
): Adjustments {
  const { [key]: _former, ...others } = (current[kind] ?? {}) as Record<string, unknown>
  const changed = Object.keys(own).length > 0 ? { ...others, [key]: own } : others
  return adjustmentsSchema.parse({ ...current, [kind]: changed })
}
