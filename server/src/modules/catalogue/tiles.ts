// SPDX-License-Identifier: MIT
import { inLocale, type Locale, type Opening, openingOf } from '@guichet/engine'
import type { InstalledProcedure } from './installed-procedures.ts'

/** A procedure as a tile of the catalogue shows it, in the reader's language. */
export type ProcedureTile = {
  /** What its address is made of. */
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly icon?: string
  readonly theme: { readonly key: string; readonly title: string }
  /** Usual minutes to fill it in, and usual days to the answer. */
  readonly minutes?: number
  readonly answerDays?: number
  readonly opening: Opening
}

export function tileOf(installed: InstalledProcedure, locale: Locale, today: string): ProcedureTile {
  const { procedure, address } = installed
  return {
    key: address,
    title: inLocale(procedure.title, locale),
    summary: inLocale(procedure.summary, locale),
    theme: { key: procedure.theme, title: themeTitle(installed, locale) },
    opening: openingOf(procedure, today),
    ...(procedure.icon !== undefined && { icon: procedure.icon }),
    ...(procedure.minutes !== undefined && { minutes: procedure.minutes }),
    ...(procedure.answerDays !== undefined && { answerDays: procedure.answerDays }),
  }
}

export function themeTitle({ procedure, release }: InstalledProcedure, locale: Locale): string {
  const theme = release.solution.themes?.[procedure.theme]
  return theme ? inLocale(theme.title, locale) : procedure.theme
}
