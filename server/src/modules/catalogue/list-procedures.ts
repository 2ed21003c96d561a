// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import { type InstalledProcedure, installedProcedures } from './installed-procedures.ts'
import { searchProcedures } from './search-procedures.ts'
import { type ProcedureTile, themeTitle, tileOf } from './tiles.ts'

export type CatalogueQuery = { readonly theme?: string; readonly q?: string }

export type ThemeCount = {
  readonly key: string
  readonly title: string
  readonly icon?: string
  readonly count: number
}

export type Catalogue = {
  readonly procedures: readonly ProcedureTile[]
  /** Every theme that has a procedure found by the search, whatever the theme chosen. */
  readonly themes: readonly ThemeCount[]
  /** How many procedures the search finds in all themes. */
  readonly total: number
  /** Words that find the first procedures: what is often asked for. */
  readonly often: readonly string[]
  /** A number of a request as mails write it, made up; null when none has one. */
  readonly numberExample: string | null
}

/**
 * The procedures of every installed solution, found by words and by theme.
 *
 * Public: no grant is looked at, a procedure is made to be read. Searched, the best answer comes first; otherwise by
 * the order the solutions give, those that cannot be started today at the end. An unknown theme finds nothing.
 */
export async function listProcedures(context: Context, query: CatalogueQuery = {}): Promise<Catalogue> {
  const { locale } = context.actor
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  const ordered = installedProcedures(await definitionsOf(context)).toSorted(byOrder)
  const found = searchProcedures(ordered, query.q ?? '', locale)
  const tiles = found
    .filter(({ procedure }) => query.theme === undefined || procedure.theme === query.theme)
    .map((installed) => tileOf(installed, locale, today))
  return {
    procedures: query.q?.trim() ? tiles : tiles.toSorted(openFirst),
    themes: themesOf(ordered, found, locale),
    total: found.length,
    often: ordered.slice(0, mostOften).flatMap(({ procedure }) => procedure.keywords?.[locale][0] ?? []),
    numberExample: exampleOf(ordered, today.slice(0, 4)),
  }
}

const mostOften = 3

/** `PLS-2026-04182`, by the pattern of the first procedure whose requests are numbered. */
function exampleOf(procedures: readonly InstalledProcedure[], year: string): string | null {
  const numbering = procedures.find(({ collection }) => collection.numbering)?.collection.numbering
  if (!numbering) return null
  const sequence = '4182'.padStart(numbering.digits, '0').slice(-numbering.digits)
  return numbering.pattern.replace('{year}', year).replace('{sequence}', sequence)
}

function byOrder(a: InstalledProcedure, b: InstalledProcedure): number {
  return (a.procedure.order ?? Infinity) === (b.procedure.order ?? Infinity)
    ? 0
    : (a.procedure.order ?? Infinity) - (b.procedure.order ?? Infinity)
}

function openFirst(a: ProcedureTile, b: ProcedureTile): number {
  return Number(b.opening.open) - Number(a.opening.open)
}

/** Two solutions that use the same theme key share one shelf, under the title of the first. */
function themesOf(
  all: readonly InstalledProcedure[],
  found: readonly InstalledProcedure[],
  locale: Context['actor']['locale'],
): ThemeCount[] {
  const themes = new Map<string, { key: string; title: string; icon?: string; count: number }>()
  for (const installed of all) {
    const { theme: key } = installed.procedure
    const theme = themes.get(key) ?? { key, title: themeTitle(installed, locale), count: 0 }
    const icon = installed.release.solution.themes?.[key]?.icon
    if (icon !== undefined && theme.icon === undefined) theme.icon = icon
    if (found.includes(installed)) theme.count += 1
    themes.set(key, theme)
  }
  return [...themes.values()].filter(({ count }) => count > 0)
}
