// SPDX-License-Identifier: MIT
import { type Actor, type HelpPage, inLocale, type Locale, type Solution } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { pictureAddress } from './help-pictures.ts'

/** A help page among others, in the reader's language. */
export type HelpTile = {
  readonly solution: string
  readonly key: string
  readonly title: string
  readonly lead: string
  readonly icon?: string
  /** Whether it is written for a role that the reader holds. */
  readonly isMine: boolean
}

export type HelpSection = {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly picture?: {
    readonly address: string
    readonly shows: string
    readonly shape: 'screen' | 'telephone'
  }
}

export type HelpSheet = HelpTile & { readonly sections: readonly HelpSection[] }

/**
 * The help pages of every installed solution: those written for a role of the reader first, then in the order the
 * solutions give. Public: how a body works is no secret.
 */
export async function listHelp(context: Context): Promise<HelpTile[]> {
  const { solutions } = await definitionsOf(context)
  const pages = [...solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.help ?? {}).map(([key, page]) => ({ solution, key, page })),
  )
  return pages
    .toSorted((a, b) => (a.page.order ?? Infinity) - (b.page.order ?? Infinity) || 0)
    .map(({ solution, key, page }) => tileOf(context, solution, key, page))
    .toSorted((a, b) => Number(b.isMine) - Number(a.isMine))
}

/** @throws Problem `not-found` */
export async function helpPageOf(
  context: Context,
  address: { solution: string; page: string },
): Promise<HelpSheet> {
  const { solutions } = await definitionsOf(context)
  const solution = solutions.get(address.solution)?.solution
  const pages = solution?.help ?? {}
  const page = Object.hasOwn(pages, address.page) ? pages[address.page] : undefined
  if (!solution || !page) throw problem('not-found')
  return {
    ...tileOf(context, solution, address.page, page),
    sections: page.sections.map((section) => sectionOf(context, solution.key, section)),
  }
}

function tileOf({ actor }: Context, solution: Solution, key: string, page: HelpPage): HelpTile {
  return {
    solution: solution.key,
    key,
    title: inLocale(page.title, actor.locale),
    lead: inLocale(page.lead, actor.locale),
    ...(page.icon !== undefined && { icon: page.icon }),
    isMine: (page.roles ?? []).some((role) => holds(actor, `${solution.key}.${role}`)),
  }
}

function holds(actor: Actor, role: string): boolean {
  return actor.kind === 'person' && actor.roles.some((held) => held.role === role)
}

function sectionOf(
  context: Context,
  solution: string,
  { title, body, picture }: HelpPage['sections'][number],
): HelpSection {
  const { locale } = context.actor
  return {
    title: inLocale(title, locale),
    paragraphs: paragraphs(inLocale(body, locale)),
    ...(picture && pictureOf(context, solution, picture, locale)),
  }
}

/** Nothing for a picture that was not shipped: a solution may come from elsewhere without its pictures. */
function pictureOf(
  { pictures }: Context,
  solution: string,
  { name, shows, shape }: NonNullable<HelpPage['sections'][number]['picture']>,
  locale: Locale,
): Pick<HelpSection, 'picture'> {
  if (!pictures?.has(`${solution}/${name}`)) return {}
  return { picture: { address: pictureAddress(solution, name), shows: inLocale(shows, locale), shape } }
}

function paragraphs(body: string): string[] {
  return body.split(/\n\s*\n/).map((paragraph) => paragraph.trim())
}
